"""The people of the sample book: who they are, how you met, and what went to and fro in the earlier months."""

from typing import Final

from domain.sample.sketch import Sketch

NEAR: Final = (
    Sketch(
        key="ana", name="Ana Lopez", role="designer", organisation="Studio Norte", place="Leeds", circle="close",
        tags=("design", "pyleeds"), mail="ana@norte.example", phone="+44 113 496 0001", birthday="1988-03-15",
        met="cara", met_ago=610, notes="Moving her studio north. Climbs on Thursdays.",
        before=(
            "mutual meet: coffee at the mill, her first big client",
            "none note: moving north after the summer",
            "got share: the venue she used for her opening",
            "gave help: with the wording of her offer page",
            "mutual call: the move and what it costs",
            "got message: the offer page brought two enquiries",
            "gave listen: a client who pays late, again",
        ),
    ),
    Sketch(
        key="ben", name="Ben Okafor", role="founder", organisation="Crumb & Co", place="Leeds", circle="close",
        tags=("food", "startups"), mail="ben@crumb.example", phone="+44 113 496 0012", birthday="1991", birthday_in=6,
        met="at a bread class, of all places", met_ago=900, notes="Allergic to nuts. Never before ten.",
        before=(
            "gave listen: the oven lease and the partner who left",
            "mutual meet: lunch at the market, planned his tasting",
            "got help: carried half my flat up three floors",
            "gave turn up: to the first tasting, brought four friends",
            "got message: sold out by noon on Saturday",
            "none note: wants a second counter, not a second shop",
            "gave share: the council's grant for small kitchens",
            "got share: sourdough starter, with instructions",
        ),
    ),
    Sketch(
        key="cara", name="Cara Weiss", role="product lead", organisation="Wren Maps", place="Leeds", circle="inner",
        tags=("product", "pyleeds"), aliases=("Caz",), mail="cara.weiss@wrenmaps.example", phone="+44 113 496 0023",
        birthday="1986-06-02", met="shared a desk at Fieldnote", met_ago=2300,
        notes="Says what she thinks. Two boys, Jonah and Levi.",
        before=(
            "mutual meet: dinner at hers, talked until the last bus",
            "gave listen: a team being split in two",
            "got help: read my talk and cut a third of it",
            "gave help: with interviews for her first researcher",
            "mutual call: what a good week looks like",
            "got introduction: to two people at Wren Maps who run field tests",
            "gave message: good luck with the board meeting",
            "got message: the board said yes to all of it",
            "none note: thinks about going down to four days",
        ),
    ),
    Sketch(
        key="dee", name="Dee Marsh", role="runs a studio", organisation="Marsh Rooms", place="Leeds", circle="active",
        tags=("design", "rooms"), mail="dee@marshrooms.example", phone="+44 113 496 0031",
        met="ana", met_ago=440, notes="Cousin of Ana's old flatmate. Prefers the phone.",
        before=(
            "mutual meet: a look round her rooms, north light in all of them",
            "got share: how she splits the bills between tenants",
            "gave share: the acoustics people Cara used",
            "none note: one room comes free in January",
        ),
    ),
    Sketch(
        key="eve", name="Eve Novak", role="talent partner", organisation="Harbour Pay", place="Manchester",
        circle="active", tags=("hiring", "fintech"), mail="eve.novak@harbourpay.example", phone="+44 113 496 0040",
        met="a panel on fair hiring", met_ago=430, notes="Answers within the hour or never.",
        before=(
            "gave share: our interview guide for people who hate interviews",
            "got message: three teams use the guide now",
            "mutual chat: what pay bands do to people",
            "gave lead: a back-end engineer leaving Fieldnote",
            "got thanks: the engineer starts in June",
        ),
    ),
    Sketch(
        key="kofi", name="Kofi Mensah", role="data engineer", organisation="Tidewater", place="Leeds",
        circle="active", tags=("data", "pyleeds"), mail="kofi@tidewater.example", phone="+44 113 496 0052",
        met="PyLeeds, the queue for pizza", met_ago=510, birthday="1994-08-30",
        before=(
            "mutual chat: at PyLeeds, his talk on tide tables",
            "gave help: with slides, fewer of them",
            "got share: the recording, with a kind word at minute four",
            "gave message: the call for papers in Berlin",
            "none note: learning German for a reason he does not say",
        ),
    ),
    Sketch(
        key="lena", name="Lena Fischer", role="engineering manager", organisation="Spreewerk", place="Berlin",
        circle="wide", tags=("data", "mentors"), mail="lena.fischer@spreewerk.example",
        met="ben", met_ago=460, notes="Mentors two people at a time, never three.",
        before=(
            "mutual call: how she picks whom to mentor",
            "got share: her reading list for new managers",
            "gave share: notes from forty interviews with managers",
            "got message: used the notes in Monday's round",
        ),
    ),
    Sketch(
        key="lukasz", name="Łukasz Nowak", role="carpenter", organisation="Nowak i Syn", place="Kraków",
        circle="close", tags=("craft",), mail="lukasz@nowak.example", phone="+44 113 496 0064",
        met="rented the flat below ours in York", met_ago=1900, birthday="1979-02-11",
        notes="Two daughters, Zosia and Hela.",
        before=(
            "mutual call: the workshop roof, and Zosia's exams",
            "got share: plans for a standing desk",
            "gave help: with the English of his web page",
            "got message: first order from Leeds, he blames me",
            "gave share: where to sell small batches",
            "mutual call: long one, about his father",
            "gave message: a photo of the desk, finished",
        ),
    ),
    Sketch(
        key="priya", name="Priya Nair", role="data lead", organisation="Tidewater", place="Leeds", circle="close",
        tags=("data", "hiring"), mail="priya.nair@tidewater.example", phone="+44 113 496 0071",
        met="kofi", met_ago=490, birthday="1990-10-04", notes="Builds her team slowly, on purpose.",
        before=(
            "mutual meet: lunch, hiring without puzzles",
            "gave share: a work sample that takes an hour, not a weekend",
            "got message: the work sample found somebody they had missed",
            "gave listen: two good people leaving in a month",
            "got introduction: to the group that meets on first Tuesdays",
            "mutual meet: tea on the canal, the talk she will not give",
            "none note: would give the talk if somebody shared the stage",
        ),
    ),
    Sketch(
        key="hana", name="Hana Kim", role="surgeon", organisation="Aire General", place="Leeds", circle="active",
        tags=("climbing", "health"), mail="hana@airegeneral.example", phone="+44 113 496 0083", met="ana",
        met_ago=500,
        birthday="1985-12-29", notes="Nights every third week.",
        before=(
            "mutual meet: climbing, she led the overhang",
            "gave listen: a long night she could not shake off",
            "got help: told me plainly to have the knee seen to",
            "none note: her mother teaches Korean on Sundays",
            "mutual meet: noodles after climbing",
        ),
    ),
    Sketch(
        key="may", name="May Tanaka", role="angel investor", organisation="Second Harbour", place="London",
        circle="active", tags=("startups", "food"), mail="may@secondharbour.example", phone="+44 113 496 0090",
        birthday="1978", birthday_in=0, met="cara", met_ago=620,
        notes="Funds kitchens and bakeries. No decks, she visits.",
        before=(
            "mutual chat: after her talk, why she never reads decks",
            "gave share: three founders' diaries from our study",
            "got message: read them all on one flight",
            "gave lead: Ben's tasting, the Saturday one",
        ),
    ),
    Sketch(
        key="tom", name="Tom Reed", role="risk analyst", organisation="Penny Lane Credit", place="London",
        circle="wide", tags=("fintech",), mail="tom.reed@pennylane.example", met="eve", met_ago=410,
        before=(
            "got message: asked how one gets into research",
            "gave help: with his first interview guide",
            "got thanks: the first interview went well, the third went wrong",
            "mutual call: what went wrong in the third",
            "none note: wants to learn Korean before the spring",
        ),
    ),
    Sketch(
        key="samhill", name="Sam Hill", role="letting agent", organisation="Hill & Daughters", place="Leeds",
        circle="wide", tags=("rooms",), mail="sam@hilldaughters.example", phone="+44 113 496 0105",
        met="eve", met_ago=550,
        before=(
            "got help: let me out of the old lease a month early",
            "gave lead: a quiet tenant, Eve's brother",
            "got message: the brother brought cake",
        ),
    ),
    Sketch(
        key="samokoro", name="Sam Okoro", role="service designer", organisation="Tidewater", place="Leeds",
        circle="active", tags=("design", "data"), mail="sam.okoro@tidewater.example", met="priya", met_ago=420,
        before=(
            "mutual meet: coffee with Priya and Sam, the form nobody finishes",
            "gave help: with the form, watched five people fail at it",
            "got message: the form is down to two pages",
            "gave share: the talk on forms from Ghent",
        ),
    ),
    Sketch(
        key="noor", name="Noor Haddad", role="community organiser", organisation="Open Table", place="Bradford",
        circle="close", tags=("community", "food"), mail="noor@opentable.example", phone="+44 113 496 0111",
        met="ben", met_ago=480, birthday="1992-04-18", notes="Runs the Sunday kitchen. Knows everybody's children.",
        before=(
            "gave turn up: to the Sunday kitchen, peeled carrots",
            "gave help: with the volunteers' rota",
            "got introduction: to the head of the library in Bradford",
            "mutual chat: over the washing-up, why people stop coming",
            "gave listen: the hall wants more rent",
            "got message: the hall gave in",
            "none note: needs a van more than money",
        ),
    ),
    Sketch(
        key="ngozi", name="Ngozi Eze", role="research director", organisation="Northlight", place="Leeds",
        circle="active", tags=("research", "hiring"), mail="ngozi.eze@northlight.example", met="priya", met_ago=360,
        notes="Builds a research team of six at Northlight next year.",
        before=(
            "mutual chat: first Tuesday, we agreed on everything but surveys",
            "gave share: my worst survey, with the reasons",
            "got message: made her whole team read it",
        ),
    ),
    Sketch(
        key="siobhan", name="Siobhán Murphy", role="journalist", organisation="The Aire Courier", place="York",
        circle="active", tags=("press",), mail="siobhan@airecourier.example", phone="+44 113 496 0126",
        met="noor", met_ago=530,
        before=(
            "gave lead: the story of the Sunday kitchen",
            "got thanks: it ran on page three",
            "gave introduction +rosa: the numbers on the reading rooms",
            "got share: the draft, to check my own words",
            "mutual call: what she may print and what not",
        ),
    ),
    Sketch(
        key="mariajose", name="María José Ruiz", called="María José", role="translator", place="Seville",
        circle="active",
        tags=("languages",), aliases=("Pepa",), mail="mj.ruiz@palabras.example",
        met="at a workshop in Porto", met_ago=760,
        before=(
            "gave lead: a museum that wants its labels in Spanish",
            "got thanks: the museum took her on for two years",
            "mutual call: rates, and when to say no",
            "got share: a list of words that do not travel",
            "gave message: the word I had been missing was hers",
        ),
    ),
    Sketch(
        key="maryjane", name="Mary Jane O'Neil", called="Mary Jane", role="careers adviser",
        organisation="Leeds Works", place="Leeds",
        circle="active", tags=("careers",), aliases=("MJ",), mail="mj@leedsworks.example", phone="+44 113 496 0138",
        met="an evening on portfolio careers", met_ago=120,
        before=("got help: an hour on my CV, free of charge", "gave message: the CV got its first answer"),
    ),
    Sketch(
        key="george", name="George Washington Carver", role="botanist", organisation="Kew Lane Gardens", place="York",
        circle="wide", tags=("garden",), mail="george@kewlane.example", met="the allotment, plot nine", met_ago=800,
        before=(
            "got share: broad beans, far too many",
            "gave help: with labels for the seed library",
            "mutual chat: at the gate, soil and grandchildren",
            "got message: the seed library opens in March",
            "gave turn up: to the opening of the seed library",
        ),
    ),
)  # fmt: skip
"""Those you deal with most."""

WIDER: Final = (
    Sketch(
        key="lilei", name="李雷", role="interaction designer", organisation="Lantern Toys", place="Shenzhen",
        circle="wide", tags=("design",), aliases=("Li Lei", "Ray"), mail="lilei@lantern.example", met="ana",
        met_ago=540,
        before=(
            "mutual call: toys that teach waiting",
            "gave share: what children told us about queues",
            "got share: a prototype in the post, two batteries missing",
            "gave message: the neighbours' girl will not give it back",
        ),
    ),
    Sketch(
        key="will", name="Will Chen", role="head of product", organisation="Larkspur Health", place="Manchester",
        circle="wide", tags=("product", "health"), mail="will.chen@larkspur.example", met="cara", met_ago=700,
        before=(
            "mutual meet: tea between trains, his first hundred days",
            "gave share: a plan for talking to patients without tiring them",
            "got message: the plan is now on a wall",
            "none note: two research posts in the next budget, perhaps",
        ),
    ),
    Sketch(
        key="john", name="John Adeyemi", role="head teacher", organisation="Roundhay Primary", place="Leeds",
        circle="wide", tags=("school",), mail="head@roundhay.example", phone="+44 113 496 0140", met="noor",
        met_ago=450,
        before=(
            "gave turn up: to the careers morning, thirty small questions",
            "got thanks: a card with thirty names",
            "gave lead: a retired engineer for the science club",
            "got message: the science club has a waiting list",
        ),
    ),
    Sketch(
        key="megan", name="Megan Price", role="podcaster", organisation="Slow Boat Audio", place="Cardiff",
        circle="active", tags=("press", "audio"), mail="megan@slowboat.example", met="siobhan", met_ago=390,
        before=(
            "mutual call: what makes a good guest",
            "gave introduction +noor: the episode on kitchens",
            "got message: the kitchens are the most heard episode so far",
            "gave help: with questions for a shy guest",
        ),
    ),
    Sketch(
        key="jurgen", name="Jürgen Groß", role="accountant", organisation="Groß & Partner", place="Leipzig",
        circle="wide", tags=("money",), mail="gross@gross-partner.example", met="lena", met_ago=430,
        before=(
            "got help: with a form in two languages",
            "gave lead: a bakery that needs its books done",
            "got thanks: the bakery pays in rolls",
        ),
    ),
    Sketch(
        key="chloe", name="Chloé Van Damme", role="curator", organisation="Museum by the Lys", place="Ghent",
        circle="wide", tags=("culture", "languages"), mail="chloe@lysmuseum.example",
        met="a train that stood still for two hours",
        met_ago=830,
        before=(
            "gave introduction +mariajose: labels in Spanish",
            "got thanks: the labels are up",
            "got share: two tickets and a bed for the night",
            "mutual meet: the museum before it opened",
            "gave share: what visitors say when nobody asks",
            "mutual call: her next show, on rivers",
        ),
    ),
    Sketch(
        key="soren", name="Søren Dahl", role="ferry engineer", organisation="Blue Line Ferries", place="Aarhus",
        circle="wide", tags=("sea",), mail="soren@blueline.example", met="chloe", met_ago=600,
        before=(
            "mutual chat: on deck, why ferries hum",
            "gave share: a book on tides",
            "got message: read it on watch",
            "gave introduction +kofi: tide tables",
            "got thanks: they talk every week now",
        ),
    ),
    Sketch(
        key="amara", name="Amara Diallo", role="physiotherapist", organisation="Aire General", place="Leeds",
        tags=("health",), mail="amara@airegeneral.example", phone="+44 113 496 0152", met="hana", met_ago=480,
        before=(
            "got help: with the knee, eight weeks of it",
            "gave smile: brought plums to the ward",
            "got message: stairs are allowed again",
            "gave lead: two runners from the club",
        ),
    ),
    Sketch(
        key="tariq", name="Tariq Aziz Rahman", role="taxi driver", place="Bradford", tags=("community",),
        phone="+44 113 496 0163", met="noor", met_ago=460,
        before=(
            "got help: drove the carrots, would take no fare",
            "gave help: with his daughter's college form",
            "got message: she got the place",
        ),
    ),
    Sketch(
        key="ximena", name="Ximena Fernández de la Torre y Villanueva", role="conductor",
        organisation="Choir on the Aire",
        place="Leeds", circle="wide", tags=("choir",), aliases=("Xime",), mail="ximena@airechoir.example",
        met="the choir",
        met_ago=560,
        before=(
            "gave turn up: to the spring concert, second row",
            "gave help: with chairs, one hundred and forty",
            "got share: the score, with my breaths marked",
            "mutual chat: after rehearsal, who stays and why",
            "got message: a recording, I can hear myself",
        ),
    ),
    Sketch(
        key="pavel", name="Pavel Dvořák", role="type designer", organisation="Letterhouse", place="Prague",
        circle="wide", tags=("design", "type"), mail="pavel@letterhouse.example", met="ana", met_ago=640,
        before=(
            "mutual call: letters for people who read badly",
            "gave share: reading tests with forty people",
            "got thanks: a typeface with my street's name",
            "gave lead: the museum in Ghent needs a face",
            "got message: Ghent said yes",
            "mutual meet: beer in Prague, his mother's kitchen after",
        ),
    ),
    Sketch(
        key="rosa", name="Rosa Bianchi", role="librarian", organisation="Bradford Library", place="Bradford",
        circle="wide", tags=("community", "school"), mail="rosa@bradfordlib.example", met="noor", met_ago=510,
        before=(
            "mutual meet: a tour of the stacks",
            "gave help: with a sign-up people can finish",
            "got share: a room on Wednesday evenings, free",
            "gave turn up: to the reading night",
        ),
    ),
    Sketch(
        key="yusuf", name="Yusuf Demir", role="furniture maker", organisation="Demir Joinery", place="Leeds",
        tags=("craft",), mail="yusuf@demirjoinery.example", phone="+44 113 496 0174", met="lukasz", met_ago=410,
        before=(
            "gave introduction +lukasz: oak at a fair price",
            "got thanks: two pallets of oak",
            "mutual chat: in his workshop, apprentices",
        ),
    ),
    Sketch(
        key="zoe", name="Zoë Larsen", role="animator", organisation="Paper Boats", place="Bristol",
        tags=("design", "audio"),
        mail="zoe@paperboats.example", met="megan", met_ago=350,
        before=(
            "mutual call: a film of two minutes about waiting rooms",
            "gave share: recordings from waiting rooms, with leave",
        ),
    ),
    Sketch(
        key="farid", name="Farid Karimi", role="chemist", organisation="Clearwater Tests", place="Sheffield",
        tags=("water", "science"), mail="farid@clearwater.example", met="john", met_ago=490,
        before=(
            "gave introduction +john: the science club",
            "got message: thirty children tested the beck",
            "mutual chat: at the school gate, grants",
        ),
    ),
    Sketch(
        key="ines", name="Inês Carvalho", role="estate lawyer", organisation="Carvalho Advogados", place="Lisbon",
        circle="wide", tags=("rooms",), mail="ines@carvalho.example", met="mariajose", met_ago=420,
        before=(
            "got help: explained a lease in plain words",
            "gave lead: a couple who buy in Lisbon",
            "got thanks: a tile, wrapped in four newspapers",
            "mutual call: Lisbon in winter",
        ),
    ),
    Sketch(
        key="walid", name="Walid Saab", role="restaurant owner", organisation="Cedar Door", place="Leeds",
        circle="wide", tags=("food",), mail="walid@cedardoor.example", phone="+44 113 496 0185", met="ben",
        met_ago=520,
        before=(
            "gave lead: the tasting crowd, on a Tuesday",
            "got share: the back room, any Monday",
            "gave smile: sat at the bar and told him it was good",
            "mutual chat: flour prices, sons",
            "got message: Tuesdays are full",
        ),
    ),
    Sketch(
        key="daria", name="Daria Kowalczyk", role="scrum coach", organisation="Fieldnote", place="Leeds",
        circle="wide",
        tags=("fieldnote",), mail="daria.k@fieldnote.example", met="worked together at Fieldnote", met_ago=1400,
        before=(
            "mutual meet: lunch on the roof, the last sunny one",
            "gave listen: whether to stay at Fieldnote",
            "got message: she stays, for now",
            "mutual chat: by the lift, the new floor plan",
            "gave help: with her first hard talk as a lead",
            "got thanks: for the hard talk, it was shorter than feared",
        ),
    ),
    Sketch(
        key="hugo", name="Hugo Lindqvist", role="finance lead", organisation="Fieldnote", place="Leeds",
        circle="active",
        tags=("fieldnote", "money"), mail="hugo.l@fieldnote.example", met="worked together at Fieldnote",
        met_ago=1300,
        before=(
            "mutual chat: budgets and marathons",
            "gave help: with his spreadsheet, it fits on a page now",
            "got help: found the money for the spring study",
            "gave turn up: to his marathon, at mile twenty",
            "got message: never again, until next year",
            "mutual meet: farewell lunch of the old team",
        ),
    ),
    Sketch(
        key="leila", name="Leila Amiri", role="UX writer", organisation="Fieldnote", place="Leeds", circle="active",
        tags=("fieldnote", "words"), mail="leila.a@fieldnote.example", met="worked together at Fieldnote",
        met_ago=1200,
        before=(
            "mutual chat: the word submit, and what to say instead",
            "gave introduction +samokoro: the words on the form",
            "got share: forty better words for error",
            "gave listen: a promotion that went elsewhere",
            "mutual meet: tea and biscuits, her plan to leave",
            "got message: gave notice, feels light",
        ),
    ),
    Sketch(
        key="marek", name="Marek Horvat", role="sound engineer", organisation="Slow Boat Audio", place="Cardiff",
        tags=("audio",), mail="marek@slowboat.example", met="megan", met_ago=360,
        before=("got help: made my kitchen sound like a studio", "gave thanks: for the sound, with a pie"),
    ),
    Sketch(
        key="olga", name="Olga Petrenko", role="nurse", organisation="Aire General", place="Leeds",
        tags=("health", "choir"),
        mail="olga@airechoir.example", met="ximena", met_ago=480,
        before=(
            "mutual chat: on the way home from choir",
            "gave listen: her sister's papers",
            "got smile: kept me the seat by the radiator",
        ),
    ),
    Sketch(
        key="nadia", name="Nadia Benali", role="city planner", organisation="Bradford Council", place="Bradford",
        circle="wide", tags=("community",), mail="nadia.benali@bradford.example", met="rosa", met_ago=450,
        before=(
            "mutual meet: walked the market with her and a map",
            "gave share: what stallholders say about Thursdays",
            "got message: Thursdays stay",
            "got introduction: to the people who plan the benches",
        ),
    ),
    Sketch(
        key="quentin", name="Quentin Moreau", role="baker", organisation="Four Banal", place="Lille", tags=("food",),
        mail="quentin@fourbanal.example", met="ben", met_ago=470,
        before=("got share: his rye, and the reason for it", "gave introduction +jurgen: the bakery's books"),
    ),
    Sketch(
        key="uma", name="Uma Krishnan", role="statistician", organisation="Northlight", place="Leeds", circle="wide",
        tags=("data", "research"), mail="uma@northlight.example", met="ngozi", met_ago=340,
        before=("mutual chat: small samples, and when they are enough", "got share: a page on small samples"),
    ),
    Sketch(
        key="viktor", name="Viktor Ilves", role="security engineer", organisation="Harbour Pay", place="Tallinn",
        tags=("fintech",), mail="viktor@harbourpay.example", met="eve", met_ago=500,
        before=(
            "gave help: with ten people who tried to log in while he watched",
            "got message: they changed the login",
            "none note: collects lighthouses",
        ),
    ),
    Sketch(
        key="stefan", name="Stefan Popescu", role="tram driver", organisation="Leeds Trams", place="Leeds",
        tags=("choir",), met="the choir, second bass", met_ago=520,
        before=("mutual chat: night shifts and second basses", "got smile: rang the bell for me"),
    ),
    Sketch(
        key="katya", name="Katya Ivanova", role="illustrator", place="York", circle="wide", tags=("design", "press"),
        mail="katya@inkandtea.example", met="siobhan", met_ago=520,
        before=(
            "gave lead: the Courier wants drawings",
            "got thanks: a drawing of my bicycle",
            "gave share: printers who answer the phone",
            "mutual meet: her stall at the print fair",
            "got message: sold every last bicycle",
        ),
    ),
)  # fmt: skip
"""Those you meet now and then, and those from the old job."""

BRIEF: Final = (
    Sketch(
        key="joe", name="Joe Miller", role="CTO", organisation="Acre Robotics", place="Leeds",
        tags=("pyleeds", "hiring"), mail="joe@acre.example", phone="+1 555 0107", met="PyLeeds, by the coats",
        met_ago=24,
    ),
    Sketch(
        key="linh", name="Nguyễn Thị Linh", called="Linh", role="policy analyst",
        organisation="Bradford Council", place="Bradford",
        tags=("community",), mail="linh@bradford.example", met="nadia", met_ago=33,
    ),
    Sketch(
        key="aoife", name="Aoife Byrne", role="talent lead", organisation="Larkspur Health", place="Manchester",
        circle="wide", tags=("health", "hiring"), mail="aoife.byrne@larkspur.example", met="will", met_ago=18,
    ),
    Sketch(
        key="bram", name="Bram de Wit", role="bicycle courier", organisation="Quick Wheels", place="Leeds",
        tags=("community",), phone="+44 113 496 0199", met="noor", met_ago=150,
        before=("got help: brought the keys across town in the rain",),
    ),
    Sketch(
        key="elif", name="Elif Yılmaz", role="product researcher", organisation="Wren Maps", place="Leeds",
        circle="active", tags=("research", "product"), mail="elif@wrenmaps.example", met="cara", met_ago=370,
        before=(
            "mutual meet: coffee in her second week",
            "gave help: with her first field plan",
            "got message: the field plan held until lunch",
        ),
    ),
    Sketch(
        key="dmitri", name="Dmitri Sokolov", role="violin maker", place="York", tags=("craft",), met="olga",
        met_ago=430,
        before=("got share: offcuts of spruce for Yusuf", "none note: reads only on paper"),
    ),
    Sketch(
        key="grace", name="Grace Achieng", role="solar installer", organisation="Sunny Side", place="Sheffield",
        tags=("startups",), mail="grace@sunnyside.example", phone="+44 113 496 0208", met="farid", met_ago=160,
        before=("mutual chat: roofs, and who owns them", "gave lead: the school's roof"),
    ),
    Sketch(
        key="hiro", name="Hiroshi Mori", role="tea merchant", organisation="Mori Leaves", place="Edinburgh",
        tags=("food",), mail="hiro@morileaves.example", met="may", met_ago=400,
        before=("got share: three teas and a thermometer", "gave introduction +walid: tea after the meal"),
    ),
    Sketch(
        key="ivan", name="Iván Castillo", role="dance teacher", organisation="Casa Castillo", place="Leeds",
        tags=("choir",), mail="ivan@casacastillo.example", met="ximena", met_ago=380,
        before=("gave turn up: to the open evening, two left feet", "got smile: said I have rhythm"),
    ),
    Sketch(
        key="jas", name="Jaspreet Kaur", role="recruiter", organisation="Plain Talent", place="Leeds",
        tags=("hiring", "careers"), mail="jas@plaintalent.example", phone="+44 113 496 0212", met="maryjane",
        met_ago=70,
    ),
    Sketch(
        key="oskar", name="Oskar Virtanen", role="game designer", organisation="Pond Games", place="Tampere",
        tags=("design",), mail="oskar@pond.example", met="lilei", met_ago=560,
        before=(
            "mutual call: games without winners",
            "got share: a card game, in Finnish",
            "gave message: we made up the rules",
        ),
    ),
    Sketch(
        key="paula", name="Paula Schmidt", role="choir secretary", organisation="Choir on the Aire", place="Leeds",
        tags=("choir",), mail="paula@airechoir.example", met="ximena", met_ago=470,
        before=("gave help: with the mailing list", "got thanks: for the list, nobody unsubscribed"),
    ),
    Sketch(
        key="rafa", name="Rafael Monteiro", role="surf instructor", place="Ericeira", aliases=("Rafa",),
        tags=("sea",), phone="+1 555 0142", met="ines", met_ago=540,
        before=("mutual chat: waves, and waiting for them", "got share: a word for the calm after a set"),
    ),
    Sketch(
        key="tove", name="Tove Berg", role="archivist", organisation="Blue Line Ferries", place="Aarhus",
        tags=("sea", "culture"), mail="tove@blueline.example", met="soren", met_ago=450,
        before=("got share: ferry posters from 1931", "gave introduction +chloe: the show on rivers"),
    ),
)  # fmt: skip
"""Those met lately or in passing."""

PEOPLE: Final = NEAR + WIDER + BRIEF
