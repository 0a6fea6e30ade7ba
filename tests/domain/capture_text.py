"""Lines as nobody types them: any text, and the pieces of the grammar thrown together."""

import json
from pathlib import Path

from hypothesis import strategies as st

_WORDS = """called met sent got thanked introduced Ana Ben Sam May Will 李雷 she I her to with from via by and , ; . ? :
 @ana @Zed @"Joe Miller" tag:x #y +2w +fri when:fri min:5 need:a offer:"b c" circle:close email:x@y.z text:z \\w
 yesterday fri next tue 31 nov 3/10 looking for wants is hiring promised waiting on heard back coffee lunch 45m
 not tried to need I'll owes me knows thanks put in touch re: Ana: " ( ) ' 's every:2w every:fri every:0d every 2
 weeks month other as:got/lead as:note as:contact as:field as:tagged as:idea as:ask as:asked as:knows as:waiting
 settles:thanks 2026-11-20 "a b" Dr. (Acme) tag:"x." role:"a b" ’s ?" … “ ” Joe's @joe's owe birthday never ago
 in 3d 0m 99h tomorrow todo should asked budget flat Lisbon & who after 👩‍👩‍👧 שלום \u202e \u200b é e\u0301 \\ \\"
 @ + # @@ :: ..."""
PIECES = [*_WORDS.split(), '"a  b"', 'via:"zoom call"', 'need:", x"', r'@"\"x\""', r'"\"', r'role:"a b\"']
_TABLES = sorted(Path(__file__).parent.glob("capture_*.jsonl"))
_TYPED = [json.loads(line)["line"] for table in _TABLES for line in table.read_text().splitlines()]
_TYPED_WORDS = sorted({word for line in _TYPED for word in line.split()})
LINES = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    st.lists(st.sampled_from(PIECES + _TYPED_WORDS), max_size=14).map(" ".join),
    st.tuples(
        st.sampled_from(_TYPED), st.sampled_from([", ", "; ", " and ", " ", ". "]), st.sampled_from(_TYPED)
    ).map("".join),
)  # fmt: skip
"""Any line at all."""
