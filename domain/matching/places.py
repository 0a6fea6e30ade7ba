"""Which words of a phrase name a place, and whether two places can be one."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final

_INSIDE: Final = """
uk: england scotland wales london belfast
scotland: edinburgh glasgow aberdeen dundee inverness perth stirling paisley fife leith govan oban skye orkney \
shetland falkirk ayr
wales: cardiff swansea newport wrexham bangor aberystwyth
england: yorkshire kent cornwall devon sussex essex surrey norfolk suffolk lancashire dorset somerset manchester \
birmingham bristol liverpool newcastle nottingham oxford cambridge bath leicester coventry derby reading portsmouth \
southampton winchester gloucester cheltenham swindon luton bedford northampton peterborough lincoln worcester \
hereford shrewsbury stoke wolverhampton sunderland middlesbrough durham preston blackpool bolton stockport salford \
chester lancaster bournemouth poole carlisle kendal warwick rugby stafford telford slough watford hertford stevenage \
crewe carnforth kettering corby grantham boston-spa ludlow buxton matlock chesterfield mansfield doncaster-east \
rotherham barnsley burnley oldham rochdale bury wigan warrington widnes runcorn birkenhead southport morecambe \
whitehaven penrith hexham gateshead hartlepool darlington stockton malvern
yorkshire: leeds sheffield bradford york hull harrogate huddersfield wakefield halifax whitby scarborough doncaster
kent: canterbury margate whitstable folkestone dover maidstone
cornwall: truro falmouth penzance newquay
devon: exeter plymouth torquay totnes
sussex: brighton hove hastings eastbourne lewes worthing
essex: colchester chelmsford southend
surrey: guildford woking
norfolk: norwich
suffolk: ipswich
somerset: frome taunton glastonbury
london: hackney peckham deptford croydon brixton camden islington tottenham walthamstow lewisham greenwich \
shoreditch clapham ealing richmond wimbledon stratford dalston southwark tooting balham battersea fulham hammersmith \
kensington chelsea kilburn hampstead highgate bermondsey whitechapel catford streatham
ireland: dublin cork galway limerick
portugal: lisbon porto braga coimbra faro sintra setubal evora aveiro algarve
spain: madrid barcelona valencia seville malaga bilbao granada alicante cadiz toledo salamanca zaragoza murcia \
mallorca
france: paris lyon marseille toulouse bordeaux lille nantes nice strasbourg rennes montpellier grenoble dijon angers \
reims tours
germany: berlin munich hamburg cologne frankfurt stuttgart leipzig dresden dusseldorf bremen hanover nuremberg bonn \
essen dortmund freiburg mainz kiel lubeck potsdam erfurt weimar
austria: vienna graz salzburg
switzerland: zurich geneva basel bern lausanne
italy: rome milan turin florence naples bologna venice
netherlands: amsterdam rotterdam utrecht eindhoven
belgium: brussels antwerp ghent
denmark: copenhagen aarhus
sweden: stockholm gothenburg malmo
norway: oslo bergen
finland: helsinki tampere
poland: warsaw krakow gdansk wroclaw poznan
czechia: prague brno
hungary: budapest
greece: athens thessaloniki
romania: bucharest cluj
turkey: istanbul ankara izmir
ukraine: kyiv lviv
estonia: tallinn
latvia: riga
lithuania: vilnius
usa: california texas new-york boston chicago seattle portland denver miami atlanta philadelphia washington detroit \
minneapolis nashville phoenix baltimore pittsburgh ohio florida georgia maine vermont oregon colorado arizona utah \
nevada michigan wisconsin minnesota iowa kansas missouri kentucky tennessee virginia cleveland columbus cincinnati \
milwaukee buffalo charlotte raleigh tampa orlando tucson omaha tulsa boise
california: san-francisco los-angeles san-diego oakland
texas: austin dallas houston
new-york: brooklyn queens manhattan
canada: toronto vancouver montreal ottawa calgary
mexico: mexico-city guadalajara
brazil: sao-paulo rio recife
argentina: buenos-aires
chile: santiago
colombia: bogota medellin
india: mumbai delhi bangalore chennai hyderabad pune kolkata
china: beijing shanghai shenzhen
japan: tokyo osaka kyoto
korea: seoul busan
singapore:
australia: sydney melbourne brisbane adelaide
israel: tel-aviv jerusalem haifa
egypt: cairo
kenya: nairobi
nigeria: lagos abuja
ghana: accra
morocco: casablanca marrakesh
south-africa: cape-town johannesburg durban
"""
"""What lies in what, a land or a county a line."""
_OTHER_NAMES: Final = {
    "britain": "uk", "us": "usa", "america": "usa", "states": "usa", "nyc": "new-york", "lisboa": "lisbon",
    "sevilla": "seville", "koln": "cologne", "munchen": "munich", "wien": "vienna", "roma": "rome", "milano": "milan",
    "torino": "turin", "firenze": "florence", "napoli": "naples", "bruxelles": "brussels", "holland": "netherlands",
    "bengaluru": "bangalore", "nurnberg": "nuremberg", "zuerich": "zurich", "geneve": "geneva", "praha": "prague",
    "deutschland": "germany", "espana": "spain", "italia": "italy", "brasil": "brazil", "kobenhavn": "copenhagen",
}  # fmt: skip
_SURE_ONLY_AFTER_IN: Final = frozenset(
    {
        "reading",
        "bath",
        "nice",
        "cork",
        "hull",
        "derby",
        "york",
        "rio",
        "turkey",
        "us",
        "states",
        "poole",
        "lincoln",
        "stoke",
        "perth",
        "rugby",
        "slough",
        "kendal",
        "bangor",
        "bern",
        "phoenix",
        "queens",
        "dover",
        "essex",
        "stafford",
        "chester",
        "bolton",
        "preston",
        "austin",
        "lancaster",
        "paisley",
        "warwick",
        "rome",
    }
)
"""Places that are words too."""
_BEFORE: Final = frozenset(
    {
        "in",
        "near",
        "around",
        "round",
        "to",
        "from",
        "outside",
        "at",
        "central",
        "north",
        "south",
        "east",
        "west",
        "en",
        "em",
        "a",
        "im",
    }
)
_BEFORE_ANY: Final = frozenset({"in", "near", "around", "round", "outside", "en", "em"})
_NO_PLACE: Final = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn winter english german french spanish italian portuguese dutch
    polish korean japanese chinese mandarin arabic russian swedish danish greek turkish hindi welsh irish python java
    javascript typescript rust django react excel photoshop figma wordpress kubernetes swift kotlin ruby haskell
    """.split()  # noqa: SIM905
)
_AROUND_NAMES: Final = frozenset(
    {"only", "mostly", "mainly", "based", "way", "area", "centre", "side", "just", "ideally"}
)
_EVERYWHERE: Final = frozenset({"remote", "remotely", "online", "anywhere", "worldwide", "everywhere"})


@lru_cache(1)
def _around() -> dict[str, frozenset[str]]:
    """What each known place lies in, from the nearest outwards, itself included."""
    inside: dict[str, str] = {}
    for line in _INSIDE.strip().splitlines():
        land, _, towns = line.partition(":")
        inside.setdefault(land, "")
        inside.update(dict.fromkeys(towns.split(), land))
    found: dict[str, frozenset[str]] = {}
    for place in inside:
        chain, outer = [place], inside[place]
        while outer:
            chain.append(outer)
            outer = inside[outer]
        found[place] = frozenset(chain)
    return found


@lru_cache(1)
def _names() -> frozenset[str]:
    """The first words of all names of places."""
    return frozenset(name.partition("-")[0] for name in (*_around(), *_OTHER_NAMES))


def places_of(words: Sequence[str], capitals: Sequence[bool], parts: Sequence[int]) -> dict[int, tuple[str, int]]:
    """The places among the folded words of a text, by position, each with the number of its words.

    `capitals` says of each word whether it was written with one, `parts` in which part of the text it stands.
    """
    around = _around()
    found: dict[int, tuple[str, int]] = {}
    if _names().isdisjoint(words) and not any(capitals):
        return found
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        pair = f"{word}-{words[at + 1]}" if at + 1 < len(words) else ""
        name = _OTHER_NAMES.get(word, word)
        if pair in around:
            found[at] = pair, 2
        elif name in around:
            if word not in _SURE_ONLY_AFTER_IN or before in _BEFORE or (capitals[at] and _is_alone(words, parts, at)):
                found[at] = name, 1
        elif (
            capitals[at]
            and len(word) > 3
            and word not in _NO_PLACE
            and (before in _BEFORE_ANY or (at and _is_alone(words, parts, at)))
        ):
            found[at] = word, 1
    return found


def _is_alone(words: Sequence[str], parts: Sequence[int], at: int) -> bool:
    """Whether a word is a part of a text by itself, but for what is said with names of places."""
    same = [words[other] for other in range(len(words)) if parts[other] == parts[at] and words[other][:1].isalnum()]
    return [word for word in same if word not in _AROUND_NAMES] == [words[at]]


def is_known(place: str) -> bool:
    """Whether a place is one that everybody knows, so that it can be no other thing."""
    return place in _around()


def is_everywhere(words: Iterable[str]) -> bool:
    """Whether a text says that the place does not matter."""
    return not _EVERYWHERE.isdisjoint(words)


def can_be_one(some: Collection[str], others: Collection[str]) -> bool:
    """Whether a place of one side is, or lies in, a place of the other."""
    theirs = frozenset(others)
    if not theirs.isdisjoint(some):
        return True
    around = _around()
    return any(place in around.get(other, ()) or other in around.get(place, ()) for place in some for other in theirs)
