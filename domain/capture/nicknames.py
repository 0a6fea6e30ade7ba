"""Short forms of first names: Bob for Robert, Kate for Katherine, and the other way round.

A table of our own: the library of that name takes 40 ms to import, and this is needed at the first letters of a name
that somebody types at a prompt; it also calls Robert Bill, and knows little but English.
"""

from functools import cache
from typing import Final

_FORMS: Final = """
abigail: abby abbie gail
abraham: abe bram
adelaide adele adelheid: addie heidi
agnes agnieszka: aggie nes aga
albert: al bert albie
alejandro: alex ale jandro
aleksander alexander alexandre alessandro: alex al alec xander sandy sasha lex olek sandro ali
alexandra aleksandra alessandra: alex sandra sasha lexi ola xandra sandy alix ale
alfred: al alf alfie fred freddie
alice alicia: ali allie
alison allison: ali allie
allan allen alan: al
amanda: mandy
amelia: amy millie mia
ana anna anne ann annabel anastasia: annie nan anya ania nastya
andrea: andie andy
andrew andreas andrei andrzej andre: andy drew andi dre jedrek
angela angelina angelica: angie ange
antoine antonio anton antoni anthony antony: tony ant toni tono tonio antek
antonia antoinette: toni netta tonia
archibald: archie
arnold: arnie
arthur: art artie
augustus augustine augustin: gus augie
barbara: barb babs barbie basia
bartholomew bartholomaus bartosz bartlomiej: bart bartek
beatrice beatriz beatrix: bea trixie bia
benedict benedikt: ben
benjamin: ben benji benny
bernadette: bernie detta
bernard bernhard: bernie
bradley bradford: brad
bridget brigitte: bridie biddy gitte
calvin: cal
cameron: cam
carlos: charlie carlitos
caroline carolina: carrie caro lina
catherine katherine kathryn katharine katarina katharina caterina kathleen ekaterina: kate kathy katie
 cathy kat kit kitty katy kath katya kasia trina rina
katarzyna: kasia kate
cecilia cecily: cece celia cissy
charles: charlie chuck chas chaz
charlotte: charlie lottie char lotte
christian cristian: chris
christina christine cristina kristina: chris tina chrissy christie kris krysia
christopher kristoffer krzysztof: chris kit topher kris krzysiek
clement clemens: clem
clifford clifton: cliff
constance constanze: connie
cornelius cornelia: con connie nelly neil
cynthia: cindy
daniel: dan danny
daniela danielle: dani danny
david: dave davey dai
deborah: deb debbie
dennis denis: den denny
diana diane: di
dmitri dmitry dimitri: dima mitya
dominic dominik: dom nick
donald: don donnie
donna: don
dorothy dorothea: dot dottie dolly dora thea
douglas: doug
duncan: dunc
edmund: ed eddie ned
eduardo: edu lalo ed eddie
edward: ed eddie ned ted teddy
edwin: ed eddie win
eleanor elinor eleanora: ellie nell nora lena
elizabeth elisabeth elspeth elzbieta isabel: liz lizzie beth betty eliza libby betsy lisa bess ela elsie liza
emanuel emmanuel manuel: manny manu manolo
emily emilia: em emmy millie
enrique: quique kike
ernest: ernie
esther: essie
eugene: gene
evelyn: evie eve
ewa eva: evie
felicity: flick fliss
ferdinand fernando: ferdy nando
florence: flo florrie flossie
frances francesca franziska: fran frankie fanny franzi cesca
francis franciszek franz: frank frankie fran franek
francisco: paco pancho frank kiko
franklin: frank
frederick frederic friedrich fryderyk: fred freddie rick fritz
gabriel: gabe gabi
gabriela gabriella gabrielle: gabi gabby ella
geoffrey jeffrey: geoff jeff
gerald gerard gerhard: gerry jerry gerd
geraldine: gerry
gertrude: trudy gertie
giuseppe: beppe peppe pino
gordon: gordy
gregory gregor grzegorz: greg gregg grzesiek
guadalupe: lupe
guillermo: guille memo
gwendolyn: gwen wendy
hannah hanna: han hania
harold: harry hal
harriet: hattie harry
heinrich: heinz heiner
helen helena: nell lena nellie hela
henrietta: etta hettie
henry henryk: harry hal hank heniek
herbert: herb bert herbie
hubert: bert hugh
hugo: hugh
ignacio ignatius: nacho iggy
irene irina: ira rene
isaac: ike zac
isabella isabelle isabela isobel: bella izzy belle isa
ivan: vanya
jacob jakub: jake kuba
jacqueline: jackie
james: jim jimmy jamie jem
jan: janek
janet: jan
jason: jay
jeremy jeremiah: jerry jem jez
jerome: jerry
jennifer: jen jenny jenn
jessica: jess jessie
joan joanna joanne johanna: jo joanie asia hanna
joaquin: quino
jonathan jonathon: jon jonny johnny jonty
john: jack johnny jon jock
johann johannes: hans johann jannes
jose: pepe
joseph josef jozef: joe joey jo sepp
josephine josefina: jo josie fina pepa
joshua: josh
juan: juanito
judith: judy jude
julia juliana julianna: jules julie
julian julius: jules
karen: kaz
karolina: karo karola
kenneth: ken kenny
kevin: kev
kimberly kimberley: kim
konstantin constantine: kostya costa con
krystyna: krysia
laura lauren: laurie lau
lawrence laurence lorenzo: larry laurie loz lars renzo
leonard leonardo leopold: leo len lenny
leslie lesley: les
lillian lilian: lily lil
louis luis ludwig: lou louie lucho lutz
louise luisa: lou lulu
lucas lukas lukasz: luke luc luca
lucy lucia lucille lucinda: lu luce lucie cindy
maciej matthew matthias mateusz matteo mateo mattias: matt matty mat teo
madeleine madeline: maddie mads
malcolm: mal
marcus markus marco marek: mark marc
margaret margarita margarethe malgorzata: maggie meg peggy marge margie rita greta gosia daisy megan madge margo
maria marie mary: molly polly mimi mia maja mitzi masha marysia
marjorie: marge margie
martha: marty mattie
martin: marty
martina: tina
matilda mathilda: tilly mattie
maureen: mo
maurice: mo moe
maximilian maxwell maxim maksim: max
megan meghan: meg
melanie: mel
melissa: mel lissa
michael miguel mikhail michal michel mikael: mike mick mickey mikey misha mitch
michelle: shelly chelle mich
mildred: millie
miriam: mim miri
mohammed muhammad mohamed: mo
montgomery montague: monty
nadezhda: nadia nadya
nancy: nan
natalie natalia natasha: nat tasha nattie talia natasza
nathan nathaniel: nate nat
nicholas nicolas nikolai nikolas: nick nicky nico niko kolya klaus
nicola nicole: nicky nic nikki
norman: norm
oliver olivier: ollie oli
olivia: liv livvy ollie
oscar oskar: ozzy
pamela: pam
patricia: pat patty trish tricia patsy
patrick padraig: pat paddy rick
paul pawel: pauly
penelope: penny nell
percival: percy
peter pedro pieter piotr pietro: pete piet
philip phillip philippe: phil pip
philippa: pip pippa
phyllis: phyl
priscilla: cilla prissy
prudence: prue
rachel raquel: rach rae shelly
rafael raphael raffaele: rafa raf ralph rafi
randolph: randy
raymond raimund: ray
rebecca rebekah: becky becca bex
regina: gina
reginald reynold: reg reggie ron
ricardo: rick ricky
richard: rick dick rich richie ricky
robert roberto: bob rob bobby robbie bert berto
roberta: bobbie robbie
roderick rodrigo: rod roddy rory
rodney: rod
roger: rodge
roland rolando: rolly roly
ronald: ron ronnie
rosalind rosamund rosemary rosario: ros rose rosie roz charo
roxanne: roxy
rudolph rudolf: rudy rolf
russell: russ
samantha: sam sammy
samuel: sam sammy
sarah sara: sally sadie
sebastian: seb bas basti
sergio sergei: serge seryozha checho
sharon: shaz
simon szymon: si szymek
sofia sophia sophie zofia: soph sofi zosia fia
solomon: sol
stanislaw stanislaus: stan staszek
stanley: stan
stephanie stefanie: steph steffi
stephen steven stefan stephan: steve stevie stef
stuart stewart: stu
susan susannah susanna suzanne zuzanna: sue susie suzy sanna zuza zuzia suki
sylvia silvia: syl
sydney sidney: sid syd
tabitha: tabby
tamara: tammy toma
tatiana: tanya tania
teresa theresa: terry tess tessa tracy
terence terrence: terry
thaddeus tadeusz: tad tadek
theodore: ted teddy theo
thomas tomas tomasz: tom tommy thom tomek
timothy: tim timmy
tobias: toby tobi
ursula: ulla uschi
valentine valentina: val tina
valerie: val
vanessa: nessa ness
veronica veronika: ronnie vera nika
victor viktor: vic vitya
victoria: vicky tori vic
vincent vincenzo: vince vin vinny enzo
viktoria: vicky wika
violet: vi
virginia: ginny ginger
vivian vivienne: viv
vladimir: vova volodya vlad
walter: walt wally
wilfred wilfrid: wilf fred
wilhelm: willi bill willy
wilhelmina: mina minnie billie
william willem: bill will billy willy liam wim
winifred: win winnie fred
winston: win
wojciech: wojtek
xavier javier: xavi javi
ximena: xime
yevgeny evgeny: zhenya
yolanda: yoli
zachary zacharias: zach zack
"""
"""Names of one sort before the colon, the short forms of each of them after it."""


def related(name: str) -> frozenset[str]:
    """What else somebody of this name may be called: short forms of a long one, long ones of a short; folded."""
    return _index().get(name, frozenset())


@cache
def _index() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _FORMS.replace("\n ", " ").strip().split("\n"):
        long, _, short = line.partition(": ")
        for full in long.split():
            for form in short.split():
                found.setdefault(full, set()).add(form)
                found.setdefault(form, set()).add(full)
    return {name: frozenset(others) for name, others in found.items()}
