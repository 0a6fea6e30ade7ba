"""Which words of a phrase name a place, and whether two places can be one."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from domain.text import word_set

_INSIDE: Final = """
uk: england scotland wales london belfast
scotland: edinburgh glasgow aberdeen dundee inverness perth stirling paisley fife oban skye orkney shetland falkirk \
ayr highlands lothian lanark kilmarnock dumfries galloway arran mull islay hebrides fort-william aviemore pitlochry \
elgin clyde dunfermline kirkcaldy livingston
edinburgh: leith portobello morningside
glasgow: govan partick
wales: cardiff swansea newport wrexham bangor aberystwyth
england: yorkshire kent cornwall devon sussex essex surrey norfolk suffolk lancashire dorset somerset manchester \
birmingham bristol liverpool newcastle nottingham oxford cambridge bath leicester coventry derby reading portsmouth \
southampton winchester gloucester cheltenham swindon luton bedford northampton peterborough lincoln worcester \
hereford shrewsbury stoke wolverhampton sunderland middlesbrough durham preston blackpool bolton stockport salford \
chester lancaster bournemouth poole carlisle kendal warwick rugby stafford telford slough watford hertford stevenage \
crewe carnforth kettering corby grantham boston-spa ludlow buxton matlock chesterfield mansfield doncaster-east \
rotherham barnsley burnley oldham rochdale bury wigan warrington widnes runcorn birkenhead southport morecambe \
whitehaven penrith hexham gateshead hartlepool darlington stockton malvern isle-of-wight chichester newmarket \
northumberland cumbria cheshire derbyshire nottinghamshire leicestershire staffordshire shropshire worcestershire \
herefordshire gloucestershire wiltshire oxfordshire buckinghamshire berkshire hampshire hertfordshire bedfordshire \
cambridgeshire northamptonshire lincolnshire rutland warwickshire cotswolds lake-district peak-district east-anglia \
merseyside tyneside midlands stroud cirencester salisbury basingstoke andover aldershot banbury bicester aylesbury \
leamington nuneaton tamworth dudley walsall solihull grimsby scunthorpe keswick ambleside windermere barrow kirkby \
clitheroe accrington macclesfield glossop hyde oldbury
yorkshire: leeds sheffield bradford york hull harrogate huddersfield wakefield halifax whitby scarborough doncaster \
skipton otley ilkley keighley ripon thirsk northallerton malton beverley bridlington hebden-bridge todmorden haworth \
settle pontefract dewsbury batley saltaire holmfirth
kent: canterbury margate whitstable folkestone dover maidstone ramsgate deal faversham tonbridge tunbridge-wells
cornwall: truro falmouth penzance newquay bude fowey padstow st-ives
devon: exeter plymouth torquay totnes barnstaple dartmouth tiverton
sussex: brighton hove hastings eastbourne lewes worthing horsham crawley
hampshire: southampton portsmouth winchester
wiltshire: salisbury swindon
essex: colchester chelmsford southend
surrey: guildford woking
norfolk: norwich
suffolk: ipswich
somerset: frome taunton glastonbury
london: soho mayfair bloomsbury holloway finsbury harrow barnet enfield ilford romford bexley bromley sutton \
twickenham putney brentford hounslow acton hackney peckham deptford croydon brixton camden islington tottenham \
walthamstow lewisham greenwich shoreditch clapham ealing richmond wimbledon stratford dalston southwark tooting \
balham battersea fulham hammersmith kensington chelsea kilburn hampstead highgate bermondsey whitechapel catford \
streatham
ireland: dublin cork galway limerick
portugal: lisbon porto braga coimbra faro sintra setubal evora aveiro algarve
spain: madrid barcelona valencia seville malaga bilbao granada alicante cadiz toledo salamanca zaragoza murcia \
mallorca
paris: montmartre belleville marais pigalle montreuil
lisbon: alfama graca belem cascais almada
porto: matosinhos
berlin: kreuzberg neukolln moabit tempelhof mitte prenzlauer-berg friedrichshain charlottenburg pankow schoneberg \
spandau kopenick treptow steglitz
hamburg: altona ottensen
munich: schwabing
barcelona: gracia raval
madrid: lavapies malasana
valencia: malvarrosa ruzafa
amsterdam: jordaan
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
usa: california texas new-york massachusetts illinois pennsylvania louisiana new-jersey maryland connecticut \
rhode-island new-hampshire new-mexico carolina alabama mississippi arkansas oklahoma kansas nebraska dakota montana \
wyoming idaho hawaii alaska indiana honolulu anchorage memphis st-louis las-vegas sacramento denver miami atlanta \
philadelphia washington detroit minneapolis nashville phoenix baltimore pittsburgh ohio florida georgia maine vermont \
oregon colorado arizona utah nevada michigan wisconsin minnesota iowa kansas missouri kentucky tennessee virginia \
cleveland columbus cincinnati milwaukee buffalo charlotte raleigh tampa orlando tucson omaha tulsa boise
california: san-francisco los-angeles san-diego oakland berkeley palo-alto san-jose hollywood pasadena fresno
texas: austin dallas houston
new-york: brooklyn queens manhattan harlem bronx staten-island williamsburg buffalo albany long-island
massachusetts: boston somerville
oregon: portland eugene
washington: seattle tacoma spokane
illinois: chicago
pennsylvania: philadelphia pittsburgh
louisiana: new-orleans baton-rouge
new-jersey: newark hoboken jersey-city
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
kenya: nairobi mombasa
uganda: kampala
tanzania: zanzibar
ethiopia: addis-ababa
rwanda: kigali
senegal: dakar
tunisia: tunis
jordan: amman
lebanon: beirut
emirates: dubai abu-dhabi
iran: tehran
pakistan: karachi lahore islamabad
bangladesh: dhaka
nepal: kathmandu
thailand: bangkok chiang-mai
vietnam: hanoi saigon
indonesia: jakarta bali
philippines: manila
malaysia: kuala-lumpur
taiwan: taipei
new-zealand: auckland wellington christchurch dunedin
peru: lima
ecuador: quito
uruguay: montevideo
cuba: havana
serbia: belgrade
croatia: zagreb dubrovnik
slovenia: ljubljana
slovakia: bratislava
bulgaria: sofia
iceland: reykjavik
malta: valletta
cyprus: nicosia
russia: moscow st-petersburg
georgia-land: tbilisi
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
_SURE_ONLY_AFTER_IN: Final = word_set(
    """
    reading bath nice cork hull derby york rio turkey us states poole lincoln stoke perth rugby slough kendal bangor
    bern phoenix queens dover essex stafford chester bolton preston austin lancaster deal settle sutton hyde burton
    lewes barrow acton jordan mull bude soho wellington marais highlands boston split lima belem gracia graca eugene
    chile bury midlands harrow sofia carolina buffalo mitte sale paisley warwick rome
    """
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
    """
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
    around, names = _around(), _names()
    found: dict[int, tuple[str, int]] = {}
    if True not in capitals and names.isdisjoint(words):
        return found
    for at, word in enumerate(words):
        if not capitals[at] and word not in names:
            continue
        before = words[at - 1] if at else ""
        pair = f"{word}-{words[at + 1]}" if at + 1 < len(words) else ""
        if pair == "isle-of":
            pair = "-".join(words[at : at + 3])
        name = _OTHER_NAMES.get(word, word)
        if pair in around:
            found[at] = pair, pair.count("-") + 1
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


@lru_cache(4096)
def can_be_one(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a place of one side is, or lies in, a place of the other."""
    if not others.isdisjoint(some):
        return True
    around = _around()
    return any(place in around.get(other, ()) or other in around.get(place, ()) for place in some for other in others)
