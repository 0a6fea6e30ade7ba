"""Everyday words by what they belong to: who does a thing, what is done, and what it is done with."""

from typing import Final

FIELDS: Final = """
# build
surveys: survey-house homebuyers-report building-survey
restoration: restore restores conserve conservator sanded sanding listed-building stripping-paint
groundworks: digger diggers excavator groundworks paving driveway tarmac
electrics: electrician electrical electrics electric sparky wiring rewire rewiring fusebox fuseboard socket sockets
    switchboard elektriker electricien electricista light-fittings consumer-unit lighting-installation
    electrician-job electric-shower dimmer pylon electrified rewires rewired fuse fuses circuit-breaker ev-charger
    light-bulb light-bulbs lightbulb lightbulbs led-bulbs spotlights chandelier power-cut light-fitting light-switch
    extension-lead lamp-rewiring downlights electrical-work sockets-fitted
plumbing: plumber plumbing plumbers pipe pipes pipework leak leaky leaking tap taps toilet cistern bathroom blockage
    unblock drain drains drainage sewer radiator bath baths shower showers sink basin sanitary plomberie fontanero
    klempner faucet faucets plumb drainpipe overflow immersion-heater water-tank geyser burst-pipe stopcock
    pipe-fitter pipefitter leaking-tap dripping-tap mixer-tap water-tap septic-tank water-pressure water-main
    toilet-seat wet-room shower-fitted bathroom-fitter plumbed plumbs
heating: boiler heating furnace radiator radiators thermostat central-heating heating-engineer gas-engineer
    heat-pump heat-pumps hvac heat-engineer underfloor-heating furnaces boilers oil-boiler gas-boiler boiler-service
    radiator-bleeding range-cooker pilot-light radiator-valve gas-safe gas-fitter boiler-man boiler-repair
joinery: joiner joinery carpenter carpentry woodwork woodworker woodworking timber cabinetmaker cabinet-maker
    cabinets shelves shelving bookcase wardrobe staircase sash sash-window sash-windows skirting decking joiners
    carpenters alcove alcoves fitted-wardrobe fitted-wardrobes doors hinges hang-doors stairs oak bandsaw
    furniture-maker picture-rail floorboard carpentry-work kitchen-units bannister banister spindles shed-building
    gates gate joins bench-joiner fitted-shelves bespoke-furniture plane-blades joiner-made carpenters-bench
    wood-floor cabinet-making dovetail
masonry: mason masonry stonemason bricklayer bricklaying brick bricks brickwork stonework pointing repointing mortar
    dry-stone drystone dry-stone-wall dry-stone-walling waller walling bricks-and-mortar stonewaller stone-wall
    stone-walls flint mason-work cobbles paving-stones drystone-waller hedger brick-laying garden-wall
    retaining-wall stone-carver stone-carving chimney-breast
roofs: roofer roofing roof roofs slater slate slates gutter guttering gutters thatch thatcher thatching chimney
    leadwork roofing-felt flashing dormer skylight soffits gable shingle shingles tarp dripping drips leaking-roof
    leaky-roof lead-roof flat-roof roof-tiles roof-repair loft-leak fascias reroof
plaster: plasterer plastering skim render rendering drywall ceiling lime-plaster limewash stucco plastered
    plasters-work coving
tiling: tiler tiling tile tiles grout splashback
floors: floor flooring floors parquet floorboards laminate carpet carpets carpet-fitter
paintwork: decorator decorators decorating wallpaper wallpapering painter-decorator paintwork paint-job paint-shop
    emulsion house-painter house-painting painter painters
glazing: glazier glazing double-glazing window-fitter windowpane windows glass-replacement broken-window pane panes
    skylights
building: builder builders extension extensions loft loft-conversion renovation renovations renovate refurbishment
    refurbish refurb restoration contractor construction demolition scaffold scaffolding scaffolder conservatory
    fit-out fitout converting conversion conversions shopfitter house-extension extend-house self-build
    barn-conversion builders-merchant rebuild rebuilding outbuilding remodel remodeling remodelling contractor-work
    site-manager site-foreman skip-hire plant-hire crane-hire crane-driver crane-operator plaster-skip
    builder-recommended knock-through new-build self-builder roof-space loft-room extension-builder odd-jobbing
architecture: architect architects architecture architectural floorplan planning-permission planning-application
    blueprint draughtsman planning-officer building-regs planning-drawings drawings-for-planning
structure: structural-engineer structural-survey subsidence surveyor surveying damp foundations crack cracks
    damp-proof damp-proofing rising-damp underpinning bridge-engineer footbridge
locks: locksmith lock locks keys locked-out safecracker lockpicking deadbolt burglar-alarm alarm alarms keyholder
metalwork: welder welding weld blacksmith forge ironwork wrought-iron metalwork metalworker fabricator railings
    blacksmithing forging smithy welders welded steel ironmonger gate-repair farm-gates wrought-iron-gate iron-gates
    iron-gate metal-work lead-pipes
kitchens: kitchen kitchens worktop worktops kitchen-fitter cupboards
insulation: insulation insulate draughty draughts cladding retrofit retrofitting
energy: solar photovoltaic photovoltaics solar-panels turbine turbines wind-farm renewable renewables heat-pump
    battery-storage solar-panel
chimneys: chimney chimneys sweep chimney-sweep stove stoves woodburner wood-burner
signs: shop-sign shop-signs lettering signwriter signwriting sign-painter signage
towers: steeplejack rope-access
elevators: lift-engineer lift-engineers elevator elevators escalator stairlift stairlifts lift-shaft
*: crane cranes drill drills plane planes bolt bolts skip skips ring-main range lift lifts plasterboard cement
    concrete beam beams wall walls ceiling ceilings basement attic rewired tradesman tradesmen terrace bungalow
    cottage scaffold rubble joists gable timber-frame rsj planning property-developer barn-conversions
# home
cleaning: cleaner cleaners cleaning cleans housekeeper housekeeping char domestic-help spotless putzfrau limpieza
    femme-de-menage windowcleaner window-cleaner window-cleaning carpet-cleaning deep-clean end-of-tenancy-clean
    housecleaning hoover vacuum janitor caretaker caretakers mop spring-clean spring-cleaning cleaning-lady
    char-lady oven-cleaning end-of-tenancy domestic-cleaner carpet-clean pressure-washing floor-polish shoe-polish
    furniture-polish silver-polish
laundry: laundry ironing launderette dry-cleaner dry-cleaning washing iron-shirts ironing-board steam-iron
    shirts-ironed
pests: pest pests pest-control wasp wasps hornets rat rats mice mouse infestation cockroaches bedbugs moths
    exterminator rodents termites squirrel-in-loft nest nests mole-catcher fleas ants woodworm slugs snails aphids
    greenfly blackfly whitefly caterpillars vermin wasps-nest moles gulls pigeons foxes
removals: removal removals movers mover moving-house house-move house-clearance clearance haulage haulier van
    man-with-a-van relocation relocating umzug demenagement mudanza declutter decluttering moving-van luggage
    pack-and-move house-removal piano-moving pack-boxes packing-boxes moving-boxes furniture-moving
    two-men-and-a-van
appliances: appliance appliances washing-machine dishwasher fridge freezer oven cooker tumble-dryer
    sewing-machine-repair hob microwave white-goods vacuum-repair toaster toasters
upholstery: upholsterer upholstery upholster sofa sofas armchair armchairs chairs reupholster cushions recover-chair
    re-cover recaned caning cane-seats
furniture: furniture sofa table tables desk wardrobe dresser chair chairs bookcase mobel meubles wardrobe-hire
    bookcases cabinet stool stools bench benches chest-of-drawers coffee-table kitchen-table bunk-bed filing-cabinet
    bed-springs box-spring mattress-spring
curtains: curtain curtains blinds drapes seamstress
handyman: handyman handymen odd-jobs odd-job diy repairs fixer flatpack flat-pack
interiors: interior interiors interior-design interior-designer homeware furnishing furnishings
housing: flat flats apartment apartments bedsit studio-flat maisonette digs lodgings tenancy tenant tenants landlord
    landlady letting lettings sublet rental rentals lodger lodgers spare-room attic-room annexe granny-flat
    accommodation room-to-let houseshare house-share wohnung wohnungen zimmer wg miete mieten vermieten vermietet
    piso pisos departamento departamentos apartamento apartamentos alquiler alquila appartement logement
    loft-apartment bungalow tenement tenements townhouse landlords lets rent renting bedsits lodge lodged renter
    renters sublets subletting house-sit house-sitter house-sitting housesitter lettings-agent condo condos duplex
    let-room spare-bedroom one-bed two-bed bedroom bedrooms studio-apartment flat-share flatshare house-to-let
    to-let rented-flat holiday-let holiday-lets council-flat basement-flat penthouse bedsitter
flatmate: flatmate flatmates housemate housemates roommate roommates
homebuying: estate-agent realtor house-hunting mortgage mortgages conveyancing conveyancer homebuyer
    first-time-buyer valuer valuation
workspace: office offices coworking desk-space desk-spaces hot-desk hotdesk workspace
workshopspace: workshop workshops studio studios atelier
halls: venue venues hall halls function-room marquee marquees event-space church-hall community-hall village-hall
    function-rooms party-tent party-tents gazebo gazebos
storage: storage store-room storeroom lock-up lockup garage garages container containers warehouse barn barns shed
    self-storage attic-space storage-unit storage-units boat-storage caravan-storage lock-ups
*: range iron bath chest chests tap taps trunk scullery pantry utility-room hallway mattress kettle lamp lamps
    garage balcony stairs landlady move-in unfurnished furnished property properties
# garden
gardening: gardener gardeners gardening garden gardens landscaping landscaper lawn lawns mowing hedge hedges hedging
    weeding flowerbeds borders turf pruning topiary garten jardin jardinier jardinero strimming allotment-help
    herbaceous rockery weeds pots yardwork yard-work landscape landscaped landscapers shrubbery pond-building weed
    weeder planting replant slugs snails aphids greenfly hostas dahlias blight box-hedge lawn-care organic-gardening
    rock-garden bark-chippings kitchen-gardener landscape-gardener turfing flower-beds raised-bed secateurs
    patio-laying
trees: tree trees tree-surgeon arborist arboriculture chainsaw felling stump logs woodland woodlands forestry
    forester coppicing coppice orchard ash-dieback oak-trees saplings tree-planting hedgelaying hedge-laying
    tree-work stump-grinding treework tree-trunk plane-tree plane-trees tree-bark oak-tree apple-trees tree-roots
    branch branches conifer conifers leylandii hedge hedges hedgerow hedgerows hedgelayer hedge-layer
plants: plants seedlings seeds nursery-stock horticulture horticulturist horticultural botanist botany botanical
    compost greenhouse polytunnel cuttings perennials seed-swap pot-plants houseplant houseplants bedding-plants
    plant-nursery plant-swap plant-sale spring-bulbs daffodil-bulbs tulip-bulbs tulips daffodils bulb-planting
    tree-nursery
flowers: florist floristry flower flowers bouquet bouquets wreath wreaths flower-arranging buttonholes blooms
allotment: allotment allotments vegetable veg vegetables growing smallholding plot kitchen-garden allotment-plot
    raised-beds seedsaving tomatoes runner-beans squash pumpkins courgettes beans carrots onions garlic
mowers: strimmer strimmers brushcutter brushcutters mower mowers lawnmower lawnmowers small-engine small-engines
*: bank banks spring springs plant bark palm palms trunk trunks nursery plot plots fork beds soil shrubs roses rose
    mulch spade patio pond ponds moss mosses leaf leaves bulbs lilies herb herbs vines bare-root
# farm
cidermaking: cidery cider-press pressing
crops: crops crop potatoes beet oilseed
farming: farm farms farmer farmers farming smallholding smallholder smallholdings agriculture agricultural
    agronomist agronomy ranch rancher croft crofter crofting tractor tractors harvest arable farmworker farmhand
    farmhands farmland lambing-help harvesting combine-driver ranching seed-drill farm-hand farm-work baler bales
    hay-bales farm-shop-manager potato-harvest
livestock: livestock cattle cow cows bullocks dairy herd beef stockman calves calving milker milking milk-cows
    herdsman alpaca alpacas donkey donkeys live-stock cattle-market stock-fencing sheep-dog
sheep: sheep shepherd lambs lambing lamb flock fleece fleeces shearing shearer ewes ram
pigs: pig pigs pork piglets sows pig-pen weaners pig-keeper pig-keeping
goats: goat goats kids-goat nanny-goat
poultry: hen hens chicken chickens poultry cockerel eggs ducks geese rooster coop hen-house bantams
horses: horse horses pony ponies equestrian equine stable stables livery farrier riding riding-lessons saddle
    saddles saddler saddlery paddock dressage hacking horse-riding horseriding bridle tack mare gelding foal
    livery-yard hoof equine-vet horse-transport horse-trailer horse-box pony-club hay-for-horses loose-box
grazing: grazing pasture paddock paddocks meadow hay graze hayfield fields-to-rent
bees: bee bees beekeeper beekeepers beekeeping apiarist apiary hive hives honey swarm bee-keeper bee-keepers
    bee-keeping swarms
fruit: orchard orchards apple apples cider pears plums fruit fruits damson berries apple-press juicer fruit-picking
    fruit-picker fruit-pickers
wine: wine wines vineyard vineyards vintner sommelier winemaker winemaking grape grapes
*: pen pens range yard gun shoot press herd acres acre field-margin barley wheat oats silage manure fencing plough
    combine paddocks slurry milking abattoir grain rural
# animals
farriery: farrier
animaltraining: dog-training puppy-training dog-behaviour sheepdog sheepdogs handler
dogs: dog dogs puppy puppies dog-walker dog-walking dogwalker spaniel labrador collie terrier greyhound kennel
    kennels dog-trainer canine dogs-walked doggy pup pups dog-sitter dog-groomer dog-grooming dog-minder guide-dog
    dog-lead dog-bark barking boxer-dog dog-sitting dogsitter border-collie whippet terrier-puppy gundog
cats: cat cats kitten kittens cattery feline
petcare: pet pets pet-sitter petsitter pet-sitting cat-sitter dog-sitter rehoming rehome animal-rescue petsitters
    pet-minder rabbit-sitter catsitter pet-mice guinea-pig guinea-pigs hamsters budgie budgies
vets: vet vets veterinary veterinarian animal-hospital veterinary-nurse vet-nurse livestock-vet
reptiles: reptile reptiles tortoise snake snakes lizard gecko pythons
fish: aquarium fishkeeping koi fish-tank fish-tanks goldfish pond-fish
birds: bird birds birdwatching birder birding ornithologist ornithology falconry falconer owl owls herons cranes
    swifts bird-ringing
wildlife: wildlife hedgehog hedgehogs badgers otters voles newts ecology ecologist ecological ecologists
    conservation conservationist biodiversity rewilding habitat peat peatland wetland bat-box bat-boxes bat-colony
    bat-walk seal-pup seal-pups bird-hide river-otters
*: bat bats seal seals crane mole moles mouse python pythons boxer setter pointer tank tanks animal animals zoo paws
    leash fur stray breed breeds breeder aquarium reptiles spiders rabbit rabbits hamster crickets bats-box
    rescue-centre reptile vivarium
# food
fermenting: fermentation kimchi kombucha pickling
baking: baker bakery bakers baking bake cake cakes bread sourdough pastry pastries patisserie loaves croissant
    croissants birthday-cake wedding-cake buns backer boulanger panadero baguette doughnuts pies pie tart tarts
    muffins brownies scones bake-sale cupcakes cupcake wedding-cakes birthday-cakes baked bakes pastry-chef
    confection icing iced baking-tin rolling-pin bread-oven bread-maker bake-off wedding-cake-maker cake-decorating
    cake-decorator sugarcraft rye-loaf peach-cobbler apple-crumble fruit-pie
cooking: chef chefs cook cooks cookery kitchen-porter sous-chef recipe recipes culinary private-chef koch cuisinier
    cocinero cookbook cookbooks supper-club supperclub pop-up-restaurant cookery-class cooking-class cookery-school
    meals-on-wheels home-cooked stock-cube main-course chicken-stock head-chef pastry-cook cook-book cookery-teacher
    cookery-lessons
catering: caterer caterers catering buffet buffets canapes banquet cater caters hog-roast food-truck caters-for
    cook-for-parties party-food waitressing finger-food bbq barbecue party-caterer mobile-catering street-food
    street-food-van burger-van event-catering hot-buffet champagne-flutes wine-glasses glassware
cafes: cafe cafes coffee-shop coffee barista baristas espresso roaster roastery tearoom coffee-roaster coffee-cart
    kaffee tea-room tearooms latte-art coffee-van roasts-coffee french-press java-beans coffee-beans coffee-roasting
    food-court barista-training
restaurants: restaurant restaurants restaurateur bistro diner waiter waitress waiters waiting-staff front-of-house
    maitre kitchen-hire pub-kitchen commercial-kitchen
pubs: pub pubs bar bartender barman barmaid landlord-pub taproom cocktail cocktails mixologist bar-manager bar-staff
    tap-room pub-landlord pub-garden landlord-of-pub
brewing: brewer brewers brewery breweries brewing ale beer hops homebrew microbrewery brewmaster cider-maker
    home-brew
distilling: distiller distillery gin whisky whiskey
cheese: cheese cheeses cheesemaker cheesemonger dairy creamery cheesemaking goats-cheese curds
fishfood: fishmonger seafood oysters fish-supper sea-bass lemon-sole fish-scales crab crabs lobster mussels
preserves: jam jams chutney marmalade preserves pickles jam-jars jam-maker jam-making damson-jam
chocolate: chocolate chocolatier chocolates confectionery confectioner sweets
foodaid: foodbank food-bank food-banks soup-kitchen community-kitchen community-fridge surplus-food food-pantry
    surplus leftovers gleaning food-banks-volunteer food-parcels food-parcel
nutrition: dietitian dietician nutritionist nutrition diet diets weight-loss healthy-eating nutritional coeliac
    gluten-free
foraging: foraging forager mushrooms fungi mycology mycologist
spices: spice spices curry mint-sauce
diet:meat: pork bacon ham hog-roast hog-roasts steak beef sausages butcher butchers butchery meat charcuterie
    venison abattoir slaughterman
diet:vegan: vegan vegans vegetarian plant-based veggie veganism
diet:halal: halal
diet:kosher: kosher
*: stock stocks mint course courses port java apple server servers shake roll rolls food foods meal meals lunch
    lunches dinner dinners supper breakfast menu menus kitchenware tasting soup soups salad salads dough oven ovens
    flour sugar butter milk eggs spices takeaway takeaways snacks dish dishes latte flat-white gluten vegetables
    pizza pasta noodles tacos sandwich sandwiches avocado kitchen kitchens
# health
diseases: tumour tumours biopsy rare-disease
fertility: fertility ivf
carehealth: occupational-therapist occupational-therapy
surgery: surgeon surgeons orthopaedic orthopaedics operation anaesthetist anaesthetics organ-donor organ-transplant
    transplant transplants heart-valve organ-donation
doctors: doctor gp physician surgery consultant-physician general-practitioner clinician arzt arztin medecin medico
    hausarzt family-doctor practice-manager-gp gp-surgery doctors-surgery md locum-gp house-doctor
paediatrics: paediatrician pediatrician paediatrics toddler-health
nursing: nurse nurses nursing ward ward-sister midwife-nurse matron rn nursing-assistant healthcare-assistant
    district-nurse nurse-practitioner night-nurse plaster-cast scrub-nurse theatre-nurse operating-theatre
    bank-nurse charge-nurse practice-nurse agency-nurse
midwifery: midwife midwives midwifery birth doula antenatal pregnancy pregnant obstetrician newborn-care birth-plan
    labour-ward hypnobirthing
physio: physio physios physiotherapist physiotherapy physical-therapist physical-therapy osteopath osteopathy
    chiropractor sports-injury sports-injuries sports-massage rehab rehabilitation knee shoulder joints
    physiotherapeut kine fisio gait prosthetics hip ankle tendon back-specialist physiotherapists sports-physio
    bad-knee sore-shoulder frozen-shoulder sprain torn-ligament physiotherapist-led bench-press-injury slipped-disc
    tennis-elbow runners-knee
massage: massage masseuse masseur sports-massage
backs: back-pain bad-back posture alexander-technique osteopath chiropractor physio pilates
dentistry: dentist dentists dental dentistry teeth orthodontist orthodontics braces hygienist root-canal crowns
    wisdom-tooth toothache dental-bridge gum-disease
eyes: optician opticians optometrist ophthalmologist eyesight glasses spectacles cataract contact-lenses eye-test
    lazy-eye
hearing: hearing audiologist audiology hearing-aid hearing-aids deaf tinnitus cochlear lip-reading lipreading
feet: podiatrist chiropodist podiatry bunions insoles
skin: dermatologist dermatology eczema rash acne skin-mole moles-checked
heart: cardiologist cardiology cardiac
sleep: sleep insomnia insomniac
migraine: migraine migraines headache headaches neurologist
cancer: cancer oncologist oncology chemo chemotherapy
diabetes: diabetes diabetic insulin blood-sugar
pharmacy: pharmacy pharmacist pharmacies chemist chemists dispensary prescriptions
therapy: therapist therapists therapy counsellor counsellors counselling counselor psychotherapist psychotherapy
    psychologist psychology psychiatrist psychiatry cbt anxiety grief bereavement bereaved trauma
    counselling-psychologist marriage-counsellor talking-therapy art-therapist depression panic-attacks ocd ptsd
    shrink counselled grief-counsellor loss
addiction: addiction recovery rehab sober sobriety alcoholics smoking quit-smoking drink-problem rehab-centre
    gambling
speech: speech-therapist speech-therapy stammer stammering stutter
firstaid: first-aid first-aider first-aiders paramedic paramedics ambulance defibrillator defibrillators cpr
    resuscitation first-responder lifesaving aed defib defibs
acupuncture: acupuncture acupuncturist
menopause: menopause menopausal hrt
autism: autism autistic adhd neurodiversity neurodivergent dyslexia dyslexic send sen
disability: disability disabled accessibility wheelchair wheelchairs occupational-therapist mobility
medicalresearch: clinical-trial clinical-trials epidemiologist epidemiology cell-biology stem-cell stem-cells
    drug-trial
mentalhealth: mental-health wellbeing wellness burnout
veterans: veterans veteran armed-forces
blooddonation: blood-bank blood-donor blood-donors blood-donation give-blood blood-drive
*: organ organs cell cells cast casts mole moles tablet tablets nail nails bridge plaster plasters scale crown
    crowns patient health healthcare medical medicine medicines hospital hospitals clinic clinics patients-group
    symptom symptoms diagnosis surgeon surgery-date injury injuries illness pain painful fever fevers allergy
    allergies prescription vaccine treatment plaster-casts wound bones fracture blood medical-doctor ailment rash
    swelling infection infections tablets-dose cough asthma arthritis vaccines nhs
# care
eldercare: carer carers caregiver caregivers caring care-home care-homes dementia alzheimers elderly nursing-home
    home-help live-in-care respite hospice palliative pflege altenpflege senior-care befriending befriender
    care-worker care-workers home-carer home-carers homecare care-assistant dementia-care companion companionship
    sheltered-housing
childcare: childminder childminders nanny nannies babysitter babysitting babysit au-pair creche daycare nursery
    nurseries kita childcare toddler toddlers kindergarten playgroup preschool nounou tagesmutter ninera
    kinderbetreuung after-school-club holiday-club nanny-share babysitters nannying after-school-care day-care
    pre-school school-run sitter sitters babyminder mothers-help preschooler toddlers-group nursery-place
    nursery-worker nursery-school day-nursery ball-pit
fostering: foster fostering fosterer adoption adopting adoptive
newparents: newborn newborns baby babies breastfeeding lactation doula postnatal new-mums new-parents prams pram
    buggy cot baby-clothes sling colic colicky maternity-nurse night-nurse night-nanny sleep-consultant
    sleep-training baby-sleep weaning nappies doulas
funerals: funeral funerals undertaker celebrant coffin coffins burial hearse eulogy headstone mortician
oldage: care-plan meals-on-wheels-driver
*: nurse nursery dad-care gran grandma grandad grandmother grandfather toddler old-folks old-people widow widowed
    lonely loneliness
# school
universityentry: oxbridge personal-statement ucas admissions medical-school college-applications college-essay
study: dissertation-help study-skills essay-help proofs homework-club study-buddy
drivinglessons: driving-lessons driving-instructor driving-test learner-driver
schooling: school schools headteacher headmaster headmistress classroom pupils pupil governor governors
    school-governor principal pta schoolteacher escola escuela schule ecole school-nurse school-play school-board
    class-teacher
teaching: teacher teachers teaches teaching teach tutor tutors tutoring tuition lesson lessons instructor
    instructors coaching lehrer lehrerin unterricht unterrichtet nachhilfe profesor profesora clases aulas
    professeur cours professora supply-teacher teaching-assistant educator educators taught private-tuition
    home-tutor homeschool homeschooling evening-class private-pupils teaches-kids
maths: maths math mathematics algebra calculus mathematician sums statistics numeracy gcse-maths geometry arithmetic
    mathematical
physics: physics physicist
chemistry: chemistry chemist-research biochemist biochemistry
biology: biology biologist biologists
history: history historian historians historical archive archives archivist local-history
exams: gcse gcses a-level a-levels exam exams revision resit eleven-plus exam-prep exam-board sats
university: university universities professor lecturer lecturers academic academics phd postdoc dissertation thesis
scholarships: scholarship scholarships bursary bursaries fellowship fellowships stipend stipends grants-for-students
apprenticeships: apprentice apprentices apprenticeship apprenticeships trainee trainees traineeship apprenticed
    indentured
placements: internship internships intern interns placement placements work-experience shadow shadowing
    job-shadowing work-placement school-placement
literacy: literacy reading-help phonics
careers: cv cvs resume resumes careers-adviser careers-advice job-interview interview-practice interview-coaching
    cover-letter job-applications cv-writing applying-for-jobs job-hunting job-search lebenslauf bewerbung
    interview-prep cv-clinic cover-letters job-application mock-interview mock-interviews
libraries: school-library
coachingschool: spelling-bee debate-coach debating debate-club
*: coach course courses pupils-eye trainer homework classes-after-school term-time year-six university-place degree
    degrees undergraduate kids-class sixth-form college colleges syllabus learners education educational secondary
    masters-degree coursework textbook textbooks seminar seminars tutorials
# language
tongue:latin: latin
tongue:swedish: swedish
tongue:dutch: dutch
tongue:greek: greek-lessons
tongue:hebrew: hebrew
tongue:ukrainian: ukrainian
tongue:hindi: hindi gujarati bengali
tongue:turkish: turkish turk
tongue:catalan: catalan
teaching-languages: language-exchange tandem conversation-partner
translation: translator translators translation translations translate translates interpreter interpreters
    interpreting interprets ubersetzer ubersetzerin dolmetscher traductora traductor traducteur traductrice tradutor
    certified-translation sworn-translator subtitler subtitles subtitling
tongue:english: english esol efl tefl englisch anglais ingles english-lessons english-teacher
tongue:french: french francais francaise franzosisch frances
tongue:spanish: spanish espanol castellano spanisch espagnol
tongue:german: german deutsch allemand aleman alemao
tongue:italian: italian italiano italienisch italien
tongue:portuguese: portuguese portugues
tongue:polish: polish polski
tongue:russian: russian
tongue:arabic: arabic
tongue:chinese: mandarin cantonese chinese
tongue:japanese: japanese
tongue:korean: korean
tongue:urdu: urdu punjabi
tongue:welsh: welsh cymraeg
tongue:gaelic: gaelic irish-language
tongue:signlanguage: sign-language bsl asl signer
conversation: conversation-practice language-partner language-cafe chat-in
tongue:norwegian: norwegian
tongue:vietnamese: vietnamese thai tagalog
tongue:persian: farsi persian dari pashto
tongue:swahili: swahili somali amharic
tongue:romanian: romanian bulgarian hungarian
tongue:finnish: finnish
tongue:danish: danish
tongue:icelandic: icelandic
*: language languages speaks fluent native-speaker conversation conversational bilingual accent grammar vocabulary
    dialect
# music
fado: fado
instrumentrepair: luthier instrument-repair piano-tuner
instrument:banjo: banjo mandolin bluegrass
instrument:accordion: accordion concertina melodeon
instrument:harp: harp harpist
orchestra: conductor orchestra orchestras orchestral symphony
earlymusic: lute harpsichord early-music madrigal madrigals baroque
instrument:piano: piano pianos pianist pianists steinway keyboardist accompanist piano-tuner grand-piano
    upright-piano upright keyboard keyboards piano-lessons piano-teacher harpsichordist grand-pianos piano-tuning
    tunes-pianos
instrument:guitar: guitar guitars guitarist guitarists luthier ukulele acoustic-guitar electric-guitar
    guitar-lessons guitar-teacher fretting strum lead-guitarist lead-guitar rhythm-guitar bass-strings
    guitar-strings
instrument:violin: violin violins violinist fiddle fiddler fiddles viola violin-lessons violin-teacher
    string-teacher violin-bow cello-bow bow-rehair
instrument:cello: cello cellos cellist cellists
strings: string-quartet string-quartets quartet viola cello violin strings chamber-music
instrument:drums: drums drummer drummers drumming drumkit percussion percussionist drum drum-kit drum-lessons djembe
    samba samba-band drum-sticks bass-drum steel-drums steel-band
instrument:brass: trumpet trumpets trumpeter cornet cornets trombone brass brass-band tuba horn trombonist
    french-horn bugle tenor-horn tenor-horns french-horns horn-player horn-section
instrument:woodwind: flute flautist clarinet oboe saxophone saxophonist sax bassoon recorder clarinettist sax-player
    bagpipes piper whistle tin-whistle
instrument:bassguitar: bassist bass-player bass-guitar double-bass bass-guitarist bass-player-wanted
singing: singer singers singing sing vocalist vocalists vocals choir choirs chorister choral soprano tenor alto
    baritone voice-coach vocal-coach choirmaster choir-leader singalong barbershop acapella a-cappella gospel vocal
    chorus sopranos tenors basses choral-society singing-lessons voice perfect-pitch lead-singer backing-singer
    backing-singers singing-teacher
instrument:organ: organist organists pipe-organ church-organ pipe-organs organ-builder organ-recital
bands: band bands gig gigs concert concerts tour-band bandmates ceilidh covers-band rock-band wedding-band
    function-band covers bandmate gigging-band tribute-band backing-band fiddle-band ceilidh-band barn-dance
    barn-dances jam-session jam-sessions jam-night open-mic open-mic-night backing-track
jazz: jazz swing bebop
folk: folk ceilidh ceilidhs morris-dancing session-tunes
djs: dj djs disco decks turntables hen-party club-night
musicstudio: recording-studio music-producer record-producer sound-engineer mixing demo-tape recording
    rehearsal-room rehearsal-space records-bands home-studio tracks-recorded vocals-recorded records-choirs
sound: sound-engineer acoustics pa-system loudspeakers amplifier sound-system
composing: composer composers composing songwriter songwriting score-music soundtrack compose composes film-score
    arranger arrangements film-scores string-arrangement
musiclabel: record-label music-manager booking-agent
records: vinyl-record vinyl-records record-collector record-collection record-fair record-player turntable
*: pitch bow bows club clubs jam record records score scores note notes pipe pipes keys string bass horn horns
    instrument-case drum scale scales music musical musician musicians song songs album albums melody rehearsal
    rehearsals rehearse orchestra orchestral orchestras ensemble trio duet symphony opera recital vinyl tune
    instrument instruments busker busking lute harp harpist banjo mandolin accordion ukulele hymn hymns rock punk
    indie metal-band bass-line musicology chord chords sheet-music busk gigging tuning
# stage
writing-stage: scriptwriter scriptwriting screenwriter screenwriting screenplay script scripts script-editor
    radio-play radio-plays script-reader writes-scripts film-script
voiceover: voice-over voiceover voiceovers narrator narration audiobook audiobooks dubbing
filming: runner-film gaffer film-crew film-set location-scout
acting: actor actors actress acting theatre theatres theater drama panto pantomime play-cast stagecraft thespian
    amdram am-dram theatrical playwright play-reading plays-cast stage-actor amateur-dramatics drama-teacher
    drama-group acting-classes rehearsing improvisation film-cast lead-role pilot-episode stage-play improv-class
    drama-school acting-coach
dance: dance dancer dancers dancing ballet ballroom salsa tango choreographer choreography tap-dance flamenco
    ceilidh-dance tap-dancing tap-class tap-classes tap-shoes swing-dance dance-teacher dance-classes line-dancing
    belly-dance salsa-class dance-partner tap-dancer tap-lessons ballroom-class ballroom-classes barn-dance-caller
    court-dance ballet-teacher dance-troupe
comedy: comedian comedians comedy stand-up improv comics-standup gag-writer
circus: circus juggler juggling acrobat trapeze clown fire-eater stilt-walker
magic: magician magicians conjuror conjurer conjuring card-tricks children-entertainer
puppets: puppet puppets puppeteer puppetry marionette marionettes
stagecraft: stage-manager stage-lighting lighting-designer set-designer set-builder props costume costumes
    wardrobe-mistress set-building scenery theatre-tech sound-desk lighting lights rigging rigger theatre-director
    stage-director lighting-rig stage-light stage-lights stage-hand stage-crew set-painter
parties: party parties birthday birthdays anniversary anniversaries fortieth fiftieth sixtieth seventieth eightieth
    ninetieth celebration celebrations children-party entertainer fancy-dress kids-party face-painter face-painting
    bouncy-castle pinata balloon balloons clown-for-party hen-party birthday-party party-planner party-games
    party-bags garden-party magician-for-party office-party
weddings: wedding weddings bride brides bridal groom wedding-planner registrar celebrant casamento hochzeit boda
    mariage honeymoon casamentos bridesmaids registry-office first-dance wedding-photos wedding-dress
    wedding-flowers bridal-wear page-boy bow-tie wedding-singer wedding-cars wedding-host wedding-band-hire
festivals: festival festivals fete fair fairs carnival fireworks
eventplanning: event-planner event-planning events-manager event-manager conference conferences fundraiser-ball gala
    trade-show expo conference-organiser event-management event-organiser host-event
*: cast casts set sets club clubs party cabaret boards host trailer trailers star stars pilot pilots audience
    audition auditions script scripts scene monologue premiere backstage tickets matinee stage nativity performer
    performers performance performances show-business dancefloor dj-set fancy-dress hen-do stag-do celebrant
    rehearsed stage-play playwright comedy-club
# art
design: designer designers design designs redesign designing graphiste industrial-design industrial-designer
    furniture-design product-design product-designer set-square garden-design-course
painting: painting-art watercolour watercolours watercolor oil-paints portrait portraits portraitist artist artists
    easel canvas mural murals muralist oil-painter oils acrylics life-drawing art-class art-classes art-teacher
    painter-of-portraits mural-painter
illustration: illustrator illustrators illustration illustrations cartoonist cartoons drawing drawings sketching
    draws comics comic storyboards illustratrice illustratorin illustrated illustrate illustrates sketchbook drawn
    cartoon
graphics: graphic-design graphic-designer graphic-designers logo logos branding brand brand-identity typography
    typographer poster-design affiche affiches poster posters flyer visual-identity letterhead packaging-design
    brochure brochures leaflet-design menus-designed logo-design infographics branding-agency
sculpture: sculptor sculptors sculpture carving carver bronze
printmaking: printmaker printmaking letterpress linocut screen-printing screenprinting etching risograph
    screen-prints linoprint print-studio
galleries: gallery galleries exhibition exhibitions curator curators curating museum museums art-gallery curated
    museum-curator
framing: framer framing picture-framing picture-framer frames mount-cutting
tattoo: tattoo tattoos tattooist
animation: animator animators animation animated motion-graphics
photography: photographer photographers photography photos photo headshot headshots portraits camera cameras
    darkroom fotograf fotografin fotografo fotografa fotografia photographe portraitfoto picture-editor photographs
    photographed photo-shoot photoshoot product-photography passport-photos photographic stock-photo stock-photos
    photo-editing film-camera glamour-model life-model passport-photo wedding-photographer bird-photographer
video: videographer videographers video videos filmmaker filmmakers filmmaking film films movie movies documentary
    documentaries cinematographer cameraman footage video-editor drone-footage short-film filmed filming
    video-editing edits-video edit-video videography youtube youtuber cine-film cameras-and-lights cut-film
cinema: cinema projectionist projector screening screenings
fashionmodels: fashion-model catwalk
*: model models frame frames shoot shooting art arts artistic exhibit sketch sketches paint paints paintings
    paper-cut visual poster posters collage canvas-prints aesthetic shoots wedding-album footage lens van-gogh icons
# craft
hats: milliner millinery hat hats
perfume: perfume perfumer
carving: wood-carver spoon-carver wood-carving chisels
smith: cutler cutlery knives knife-sharpening sharpening sharpened
pottery: pottery potter potters ceramics ceramic ceramicist kiln kilns clay potters-wheel stoneware pots kiln-firing
    throwing-pots pottery-class
knitting: knit knitter knitters knitting crochet wool yarn yarns woolly jumpers knitted knits knitting-group
    crochets wool-shop
sewing: sewing sew seamstress dressmaker dressmaking tailor tailors tailoring alterations hemming haberdashery zips
    quilting quilt quilts patchwork sews sewed tailor-made dressmakers quilter quilters mend-clothes clothes-repair
    sewing-machine sewing-machines curtains-made upholster bolt-of-cloth pin-cushion curtain-making cross-stitch
    costume-maker costume-makers stage-clothes costume costumes machinist-sewing
embroidery: embroidery embroider embroidered embroiderer
weaving: weaver weavers weaving loom looms tapestry textiles textile fabric fabrics woven weave rugs rug handloom
leather: leatherwork leatherworker leather cobbler cobblers shoe-repair shoemaker saddler cobbling saddle-maker
    bag-maker resoling cow-hide hides shoe-soles boot-repair
jewellery: jeweller jewellers jewellery jewelry goldsmith silversmith rings engagement-ring jewellery-maker
    ring-maker pearls gemstones ring-sizing wedding-ring wedding-rings gold-ring silver-rings
glass: glassblower glassblowing stained-glass glasswork
clocks: clock clocks watch-repair watchmaker horologist clockmaker grandfather-clock watches watch clock-repair
    clock-restorer
basketry: basket baskets basketmaker basket-making willow-weaving
woodturning: woodturner woodturning lathe whittling spoon-carving wooden-bowls wooden-bowl bowl-turning turned-bowls
    wood-turner
bookbinding: bookbinder bookbinding binds-books book-binding binder rebinding
calligraphy: calligrapher calligraphy
candles: candle candles candlemaking soap soapmaking
antiques: antique antiques antiquarian auctioneer auction auctions restorer
models: model-railway model-railways model-maker scale-model scale-models model-boats model-trains model-aircraft
    model-planes
printing3d: 3d-printer 3d-printing 3d-printed 3d-print 3d-prints three-d-printing
printers: printer printers print-shop leaflets flyers
toys: toy toys toymaker dolls teddy teddies lego doll-maker
furniture-craft: french-polisher french-polishing wood-restorer
beauty-nails: rusty-nail
sharpeners: sharpen sharpener sharpeners knives chisels blades scissors
*: ring rings wheel model models iron bow cast casting glaze frame frames throwing needle fan craft crafts handmade
    handcraft artisan artisans thread needles stitching looms beads wax glazes crafty maker makers woodcarving
    woolly handspun
# books
illustrationbook: picture-book picture-books children-book
publishing: publisher publishers publishing literary-agent literary-agents manuscript manuscripts novel novels
    novelist paperback book-agent literary-scout self-publishing self-publish isbn publishing-house plot-twist
    book-launch book-tour page-turner sea-stories
editing: editor editors copy-editor copyeditor proofreader proofreading proofread proofreads copyediting lektor
    lektorat correcteur structural-edit copyedit edit-manuscript line-edit edits-books beta-reader beta-readers
    proof-reader proof-reading proofs
writing: writer writers writing author authors ghostwriter memoir memoirs short-stories creative-writing scribe
    biographer writing-group writers-group writes-books short-story blogger blog-posts creative-writer write-memoir
    life-stories
poetry: poet poets poetry poem poems
copywriting: copywriter copywriting copywriters website-copy write-website-copy tagline slogan
library: library libraries librarian librarians
bookshops: bookshop bookshops bookseller booksellers
journalism: journalist journalists journalism reporter reporters newspaper newspapers magazine columnist newsroom
    journaliste periodista reporting investigative local-paper magazines features-editor op-ed
pressrelations: press publicist pr press-release media-relations publicity press-officer press-office press-coverage
podcasts: podcast podcasts podcaster podcasters podcasting podcast-host podcast-editing podcast-producer
radio: radio broadcaster broadcasting presenter community-radio dj-radio
newsletters: newsletter newsletters substack mailing-list mailchimp email-newsletter
genealogy: genealogy genealogist family-tree ancestry
printing: printing-press print-run press-printing
bookgroups: book-club book-clubs reading-circle
*: press plot plots page pages journal record book books bookclub reading-group readers chapter chapters story
    stories fiction non-fiction essay essays article articles edition print-run reader literary literature zine
    zines biography biographer translator-novel scholar byline blog blogs blogger
# tech
vr: vr virtual-reality augmented-reality
blockchain: blockchain crypto bitcoin
hardware: hardware laptop laptops pc pcs macbook printer-repair screen-repair tablet tablets ipad keyboard-repair
software: developer developers dev devs programmer programmers programming coder coders coding software
    software-engineer backend back-end frontend front-end full-stack fullstack code entwickler entwicklerin
    programmierer programador programadora desenvolvedor developpeur informatiker fintech software-developer
    software-developers web-app full-stack-developer rails django react node golang python-developer java-developer
    php laravel legacy-code refactoring open-source-maintainer scripting mvp-builder api-integration apis
    python-code python-script java-code rust-code ruby-on-rails software-engineering software-tester coding-club
    code-club
webdesign: website websites web-design web-designer web-developer wordpress webmaster homepage shopify squarespace
    webshop webseite site-web pagina-web landing-page build-website builds-websites site-builder wix drupal web-page
    web-pages
apps: app apps ios android mobile-app mvp app-developer mobile-developer swift kotlin flutter iphone
ux: ux ui usability user-research user-researcher product-designer interaction-design wireframes figma user-testing
    user-interviews usability-testing prototypes-figma ux-design interface
data: data-scientist data-science data-analyst analytics dashboards dashboard database databases sql postgres
    datawarehouse bi statistics-software big-data data-engineer data-engineering etl spreadsheets-to-database
    tableau power-bi analyst analysts data-model data-models data-cleaning
spreadsheets: spreadsheet spreadsheets excel pivot-table vlookup macros
ai: ai machine-learning ml deep-learning neural-network llm nlp artificial-intelligence data-labelling chatbot
    chatbots ai-engineer machine-vision
security: cybersecurity cyber-security penetration-tester penetration-testing pen-test hacker infosec phishing
    security-audit pentest ethical-hacker malware ransomware
sysadmin: sysadmin it-support servers devops kubernetes server cloud-infrastructure it-help computer-repair laptop
    laptops network-engineer sys-admin windows-server it-technician help-desk helpdesk it-problems slow-laptop
    broken-laptop fix-computer computer-mouse web-server web-hosting web-host email-server
broadband: broadband fibre internet wifi wi-fi router telecoms mast signal-booster broadband-engineer
electronics: electronics arduino circuit-board soldering microcontroller raspberry-pi firmware embedded pcb pcbs
    circuit circuits sensor sensors oscilloscope light-sensor printed-circuit circuit-design
robotics: robot robots robotics roboticist drone drones
gamesdev: game-developer game-design video-game video-games unity-engine
gis: gis mapping cartographer cartography maps
productmanagement: product-manager product-owner product-management roadmap
seo: seo search-engine adwords google-ads ppc
socialmedia: social-media instagram tiktok influencer influencers facebook facebook-ads content-creator
    linkedin-posts social-posts
phones: phone-repair smartphone smartphones
cto: cto tech-lead head-of-engineering vp-engineering technical-cofounder
*: cell cells mouse python shell rust ruby java current server servers host hosting web page pages model models
    tablet tech technology technical digital online-platform platform api code-review javascript typescript kotlin
    haskell no-code open-source saas bug bugs debugging algorithm algorithms cloud automation computer computers
    online-tool plugin user-interface beta technologist hackathon compiler engine-room server-migrations tables
    performance-tuning data devops-team codebase backend cyber
# money
treasury: treasurer treasurers
payments: payments payment-systems card-reader
procurement: procurement tender tenders bids-writing
accounts: accountant accountants accounting accountancy bookkeeper bookkeepers bookkeeping accounts ledgers vat tax
    taxes tax-return tax-returns payroll auditor audit invoices self-assessment steuerberater steuerberaterin
    comptable contable contador year-end spreadsheets-accounts bookkeeper-help ledger reconciliation expenses
    tax-adviser tax-advisor vat-return vat-returns books-kept self-employed-tax chartered-accountant cpa
    year-end-accounts
finance: cfo finance-director finance-lead financial-controller cash-flow financial-model cashflow
    cash-flow-forecast management-accounts chief-financial-officer fractional-cfo financial-modelling
investing: investor investors invests investing angel-investor angel-investors venture-capital venture-capitalist vc
    seed-round seed-funding seed-money funding-round angels term-sheet seed-investor cap-table pitch-deck
    pitch-decks fundraising-round series-a business-angel business-angels invest invested pre-seed seed-fund vc-fund
    syndicate equity-investor venture raise-money raising-money share-capital stock-market stockbroker bond-trader
    match-funding match-funder pitch-to-investors pitch-competition pitch-event elevator-pitch angel-round
    shell-company lead-investor
grants: grant grants grant-writer bid-writer funder funders fundraiser fundraisers fundraising lottery-bid bursaries
    philanthropy philanthropist donors donor sponsorship sponsor sponsors lottery-funding arts-council
    grant-application grant-applications funding-bid funding-bids trust-funding grant-bid bid-writing write-bids
    funding-advice foundation-grants charitable-trust charitable-trusts grant-maker grantmaking community-fund
    lottery-grant
banking: banker banking loan loans lender credit-union overdraft bank-manager microloan microloans small-loans
    business-loan bank-loan business-bank-account bank-loans bank-clerk bank-teller high-street-bank piggy-bank
    current-account savings-account bank-accounts
debt: debt debts insolvency bankruptcy insolvent money-advice debt-advice bailiffs in-arrears money-worries
pensions: pension pensions annuity retirement-planning financial-adviser financial-advisor ifa retirement-savings
    pension-pots superannuation annuities retirement-income
insurance: insurance insurer insurers underwriter insurance-broker claims loss-adjuster insurance-claim
crowdfunding: crowdfunding kickstarter crowdfunder crowdfund crowdfunding-campaign share-offer community-shares
pricing: pricing prices
*: bank banks pitch mint stock share shares bond interest money financial finances fund funding budget budgets
    budgeting cost-savings revenue profit savings cash equity shareholder shareholders stocks bonds wealth
    bank-account treasurer treasury economist economics pitch-deck startup startups valuation investors investor
    mortgage
# law
tenancylaw: lease leases eviction bail baux tenants-rights party-wall boundary-dispute party-walls tenancy-agreement
    deposit-dispute rent-arrears
lawyers: lawyer lawyers solicitor solicitors attorney attorneys legal barrister paralegal law-firm legal-advice
    law-centre anwalt anwaltin rechtsanwalt avocat avocate abogado abogada advogado advogada juriste droit recht
    conveyancing notary notaire notar law legal-aid sues litigator legal-counsel in-house-counsel lawyering
    pro-bono-lawyer property-lawyer third-party bench-warrant case-law
contracts: contract contracts terms-and-conditions contract-law agreement agreements shareholders-agreement nda
    contract-review contract-lawyer terms-of-service heads-of-terms
patents: patent patents trademark trademarks copyright intellectual-property ip patent-attorney patent-application
    invention inventor inventors
employmentlaw: employment-law tribunal unfair-dismissal redundancy sacked dismissed employment-lawyer acas redundant
    settlement-agreement
immigration: immigration visa visas asylum refugee refugees work-permit immigrant immigrants visa-application
    settled-status citizenship green-card spouse-visa
familylaw: divorce custody family-law mediation mediator mediators divorcing separation-agreement child-arrangements
wills: will-writing probate wills inheritance executor will-writer lasting-power-of-attorney power-of-attorney
    estate-planning
courts: judge magistrate magistrates court-hearing hearing court-case courtroom county-court crown-court high-court
    court-clerk law-court court-reporter jury-service expert-witness court-interpreter
police: police detective forensic forensics police-officer police-dog prison-cell criminal-record custody-sergeant
    search-party money-laundering fraud fraud-investigator
privacy: gdpr data-protection privacy
planninglaw: planning-appeal planning-consultant
*: court courts cell cells record records bench bar dock case cases trial notice law laws court-case dispute
    disputes litigation clause clauses lease leases eviction bail judge-advocate jury witness crime criminal
    judge-court barristers jurors verdict
# work
administration: diary-management data-entry office-manager minutes
coachwork: life-coach career-coach executive-coach leadership-coach
operations: operations ops logistics supply-chain
recruiting: recruiter recruiters recruitment headhunter hiring hires recruit vacancy vacancies job-openings talent
    talent-acquisition hiring-manager job-ads staff-agency hires-staff talent-pool talent-scout
hr: hr human-resources people-ops head-of-people personnel hr-manager grievance disciplinary recruitment-help
    people-manager people-team hr-advice staff-handbook
management: operations-manager coo chief-operating general-manager chief-of-staff md-of-firm
boards: trustee trustees board-member board-members non-exec ned chair-of-trustees governance chair-of-governors
    non-executive board-seat board-of-trustees charity-trustee charity-board board-chair chair-of-the-board
    shadow-board company-board
mentoring: mentor mentors mentoring sounding-board mentored mentee mentees
cofounders: cofounder co-founder cofounders founding-partner business-partner technical-founder
consulting: management-consultant strategy-consultant
translationbiz: localisation localization
admin: virtual-assistant secretary pa receptionist typing typist admin administrator clerical bookings-clerk
    typing-up transcribing transcription transcriber audio-typing
customerservice: customer-service customer-support call-centre
facilitation: facilitator facilitators facilitation facilitating away-day awayday workshop-leader team-day
    strategy-day host-workshop
publicspeaking: public-speaking speaker speakers keynote keynotes toastmasters talk talks give-a-talk gives-talks
    after-dinner-speaker guest-speaker lecture lectures talks-to presentation presentations speech-coach
    nervous-speaker
*: board boards bench career careers cv-check employer employers colleague interview interviews workplace freelancer
    freelancers freelancing executive executives team-building culture-change vacancies rota
# sales
craftfairs: craft-fair craft-fairs makers-market
marketing: marketing marketer marketers marketeer growth-marketing advertising adverts campaigns brand-strategy
    growth market-research brand-manager campaign-manager market-a marketing-plan digital-marketing email-marketing
    content-marketing brand-marketing promotion promote
sales: salesperson salesman bd business-development sales-manager sales-director cold-calling b2b-sales
    account-manager salespeople sell-in closing-deals sales-rep sales-reps sales-lead sales-leads sales-pitch
    pitch-to-buyers lead-generation
retail: shop shops shopkeeper retailer retailers stockist stockists boutique farm-shop gift-shop corner-shop
    delicatessen deli delis greengrocer grocer grocers stock-our stocks-local charity-shop-till window-display
    shop-assistant shop-front shop-floor
markets: market-stall market-stalls stallholder stallholders farmers-market craft-stall flea-market car-boot
    market-pitch boot-sale boot-sales car-boot-sale jumble-sale
wholesale: wholesaler wholesale wholesalers supplier suppliers distributor distributors bulk-buy trade-counter
    cash-and-carry
importexport: import imports importer export exports exporter customs shipping freight customs-broker
    freight-forwarder containers-shipping
packaging: packaging boxes labels jars bottles bottling
manufacturing: manufacturer manufacturers manufacturing factory factories prototype prototyping prototypes cnc
    injection-moulding machinist cnc-machinist toolmaker fabricates laser-cutter laser-cutting sheet-metal
    sewing-factory garment-factory contract-manufacturer small-batch plant-manager production-line assembly-line
    press-operator
ecommerce: e-commerce ecommerce online-shop etsy
*: seller sellers selling-point brands campaign-budget storefront discount market marketplace export-market b2b
    newsletter-growth marketplaces shopfront
# travel
hosting: host hosts hosting airbnb-host host-family host-families homestay exchange-student
travelling: travel-agent trip itinerary itineraries holidays holiday tour-operator travel-planner honeymoon-planner
    interrail inter-rail safari cruise northern-lights aurora tromso lapland husky-safari
guides: guide guides guided tour-guide walking-tour walking-tours sightseeing walking-guide mountain-guide
    guided-walk guided-walks city-guide tours tour local-guide shows-visitors-round tour-party coach-tour
    coach-tours coach-trip coach-trips coach-party coach-parties museum-guide
hotels: hotel hotels hotelier hostel hostels guesthouse guest-house b&b bed-and-breakfast b-and-b bnb innkeeper inn
    hotel-manager
camping: camping campsite campsites tent tents campervan campervans motorhome caravan caravans camper camper-van
    camper-vans rv caravan-site glamping yurt yurts pitch-a-tent summer-camp camp-counsellor camp-counselor
    scout-camp camp-kitchen camp-site camp-fire camper-hire tent-pitch pitching-tents camp camps camped wild-camping
lifts: lift lifts carpool carpooling car-share car-sharing ride-share rideshare lift-share drive-to ride-to lift-to
    lift-from lift-home lift-back
*: guide guides counsellor camp coach coaches pilot cabin cabins trunk travel travels traveller travellers tourist
    tourists tourism backpacking passport flights flight airport journey abroad expedition road-trip airbnb sightsee
    souvenirs
# vehicles
classiccars: classic-car classic-cars vintage-car
cars: car cars mechanic mechanics mot automotive clutch gearbox bodywork garage car-repair garages landrover
    land-rover bumper windscreen car-mechanic auto-repair auto-shop brakes-done head-gasket motor-mechanic
    mechanics-garage car-hire car-boot-lid oil-change wheel-alignment rust-repair courtesy-car car-pool spark-plug
    spark-plugs winter-tyres
driving: driver drivers driving driving-instructor driving-lessons chauffeur licence minibus minibuses drive-minibus
    minibus-driver bus-driver hgv-driver d1-licence coach-driver coach-hire
bikes: bike bikes bicycle bicycles cycle cycles cycling cyclist cyclists bike-mechanic cargo-bike velo fahrrad
    bicycle-repair bike-repair bike-repairs puncture punctures bike-shop cycling-club cycle-repair dr-bike
    tandem-bike recumbent
motorbikes: motorbike motorbikes motorcycle motorcycles moped scooter motorcyclist sidecar biker bikers
vans: van vans lorry lorries truck trucks trucker hgv minivan van-hire van-driver box-van luton-van flatbed
    pickup-truck horsebox horse-lorry car-trailer tow-bar tail-lift removal-van man-and-van
trains: railway railways train trains locomotive steam-engine heritage-railway signalman signal-box train-driver
    model-railway-club train-conductor railway-carriage steam-railway narrow-gauge railway-line
aviation: pilot pilots plane planes gliding glider aviation flying-lessons aircraft hangar microlight
    hot-air-balloon skydiving paragliding helicopter glider-pilot airline-pilot light-aircraft plane-spotting
    private-pilot aeroplane aeroplanes
buses: bus-conductor coach-driver coach-drivers coach-hire bus-driver minibus minibuses bus-company stagecoach
    school-bus tram-conductor tram-driver
*: conductor conductors coach coaches pilot-light trailer trailers horn tank tanks driver circuit pilot plane boot
    frame frames wheel cycle trunk shell vehicle vehicles road-worthy tyres tyre brakes brake exhaust engine petrol
    diesel electric-car ev roadside courier couriers forklift tractor-unit bus buses tram trams wheels airstream
# sea
crewing: crew skippering deckhand deckhands
boats: boat boats yacht yachts dinghy dinghies narrowboat narrowboats canal-boat skipper skippers yachtmaster
    boat-captain mooring moorings marina boatyard boatbuilder shipwright berth galley hull clinker ketch lifeboat
    lifeboats rnli boat-repair boat-builder outboard outboard-motor hull-repair rib-boat canalboat houseboat
    sailboat sailboats catamaran sloop boat-yard dry-dock sea-lock canal-lock lock-gates lock-keeper-cottage
    harbour-master boat-trailer tall-ship anchor oars-boat
sailing: sailing sail sailor sailors regatta crew-boat sailing-club sailing-lessons sailing-crew day-skipper
    yacht-crew
sport:rowing: rowing rower rowers cox coxes oars
paddling: kayak kayaks kayaking canoe canoes canoeing paddleboard paddleboarding sea-kayak kayaker kayakers
diving: diver divers scuba diving-suit snorkelling dive-club dive-buddy freediving
sport:surfing: surf surfing surfer surfboard surfboards wetsuit wetsuits surf-board surf-school surf-lessons
fishing: angler anglers angling fishing-rod trout fly-fishing fishing sea-angling trawler fisherman fishermen
    lobster-pots lobster lobster-fisherman crab-fisherman fishing-boat
swimming: cold-water-swimming wild-swimming
currents: ocean-current tidal-current river-bank riverbank river-banks sand-bank
*: bank lock locks port ports dock docks current shell shells yard bass sole pilot sailing-club tank sea seas
    ocean-going river rivers canal canals lake lakes harbour harbor port-town tide tides beach ferry fish-boat
    lock-keeper waterway
# sport
darts: darts snooker pool-table
lawnbowls: crown-green
walking: dog-walks walkers walking
training: marathon-training training-plan personal-training
sport:cycling: velodrome sportive road-cycling mountain-biking mtb
horsessport: jockey jockeys polo race-course racecourse horse-racing point-to-point betting bookmaker bookmakers
    bets jockeys-racing show-jumping show-jumper
coaching: coach coaches trainer trainers sports-coach junior-coach youth-coach
sport:football: football footballer footballers soccer futsal five-a-side goalkeeper fussball trainer-football
    under-elevens u12 fa-badges five-side goalie striker footballing football-coach football-club five-a-sides
    walking-football football-pitch football-match match-day five-a-side-pitch football-kit
sport:cricket: cricket cricketer bowler batsman wicketkeeper cricket-club cricket-nets cricket-bat cricket-bats
    cricket-pitch cricket-ground cricket-coach
sport:rugby: rugby scrum rugby-club rugby-league rugby-union
sport:tennis: tennis racket rackets tennis-coach tennis-court tennis-courts tennis-partner padel pickleball
    court-shoes match-point tennis-club tennis-match tennis-balls
sport:squash: squash-court squash-courts
sport:badminton: badminton
sport:tabletennis: table-tennis ping-pong
sport:hockey: hockey
sport:basketball: basketball
sport:netball: netball
sport:volleyball: volleyball
sport:golf: golf golfer golfing caddie golf-club golf-clubs golf-course golf-lessons golf-ball green-keeper
sport:swimming: swim swimmer swimmers swimming swimming-pool lifeguard lifeguards open-water schwimmen natation
    swimming-lessons swimming-teacher swimming-coach swim-teacher swim-coach swims lido swimming-pools swim-trunks
    pool-lifeguard lane-swimming
sport:running: marathon marathons half-marathon parkrun runner runners jogging jogs 5k 10k couch-to-5k run-club
    running-club running-group jog jogger joggers pacer fell-running fell-runner cross-country running-track
    race-bib trail-running trail-runner ultra-runner fun-run
sport:triathlon: triathlon triathlete ironman
sport:climbing: climbing climber climbers bouldering boulder climbing-wall abseiling belay boulderhalle
    climbing-club climbing-partner rock-climbing belayer
hiking: hike hikes hiking hiker hikers rambler ramblers walking-group fell-walking hillwalking walks mountain-leader
    mountain-walking trek trekking walking-holiday walking-holidays guided-hike national-trail munro munros corbetts
    peaks summits hill-walker long-distance-walk pennine-way coast-path
caving: caving caver cavers potholing
sport:skiing: ski skis skiing skier snowboard snowboarding
sport:skating: skate skates skating skateboard skateboarding ice-rink roller-derby roller-skating rollerblading
    figure-skating figure-skater ice-hockey-rink
sport:gymnastics: gymnast gymnastics trampoline
sport:martialarts: karate judo taekwondo martial-arts aikido jiu-jitsu tai-chi self-defence kickboxing muay-thai bjj
sport:boxing: boxing boxer boxers boxing-ring boxing-club boxing-coach sparring sparring-partner
sport:fencing: fencing-sword epee foil
sport:archery: archery archer archers bow-and-arrow longbow crossbow
sport:yoga: yoga yogi yoga-teacher yoga-class yoga-classes yoga-studio vinyasa
sport:pilates: pilates reformer-pilates pilates-class
gym: gym gyms personal-trainer fitness strength-training weightlifting workout workouts pt-sessions
    personal-trainers crossfit kettlebells strength-coach bench-press free-weights circuit-training circuits-class
    skipping-rope spin-class gym-buddy
sport:bowls: bowls bowling-green petanque boules lawn-green bowling-club
referees: referee referees umpire umpires refereeing officiate officiating linesman
orienteering: orienteering
athletics: long-jump high-jump triple-jump javelin shot-put hurdles sprint sprinter sprinters track-and-field discus
    pole-vault athletics
*: bat bats pitch pitches court courts match matches club clubs score ring rings trainers boxer course courses green
    driver circuit circuits coach range board boards bow record net sport sports sporty athlete athletes athletics
    team-mates teammates league leagues tournament tournaments championship goalie stadium pitch-hire floodlit
    fixtures fixture training-partner coach-badges baseball racing wicket squad pacer relay olympic olympics medal
    cup-final five-k changing-room midfield striker groundsman pool gymnasium pitch-side league-side scrum goal
    goals ball balls kit-bag
# games
sport:chess: chess chess-club chess-teacher chess-coach grandmaster sicilian gambit openings endgame chess-opening
    chess-openings
boardgames: board-game board-games boardgames tabletop dungeon-master role-playing warhammer game-night
    board-games-night playing-cards
bridgecards: bridge-club poker whist card-games bridge-partner
quiz: quiz quizzes quizmaster pub-quiz
snooker: pool-table snooker-table billiards pool-player
*: bridge board cards game games gaming gamer gamers dice dungeons puzzle puzzles console player-one
# faith
church: church churches vicar priest parish chapel minister congregation chaplain sunday-service church-warden
    churchwarden choirs-church organ-loft ministry church-organist church-minister methodist-minister
    baptist-minister church-hall-committee curate curates clergy deacon canon rector verger pastor pastors
mosque: mosque imam ramadan
synagogue: synagogue rabbi
meditation: meditation mindfulness meditate buddhist zen retreat-leader retreats retreat
bells: bell-ringing bell-ringers bellringer bellringing campanology church-bell church-bells bell-tower
*: minister ministers cross mass bell faith religious religion prayer prayers spiritual worship sunday-school
    theology bishop monastery theologian pastor synod scripture psalms
# community
housingpolicy: housing-policy affordable-housing housing-association social-housing
prisons: prison prisons prisoners prisoner probation
heritage: heritage conservation-area listed-buildings preservation
elections: mayor election-campaign
charities: charity charities nonprofit nonprofits non-profit ngo ngos third-sector voluntary-sector ngo-work
    ehrenamt fundraising-charity trustees charity-shop charitable charity-sector small-charity voluntary
    community-group community-groups food-bank-charity clothing-bank
volunteering: volunteer volunteers volunteering freiwillige benevole voluntario volunteers-at give-time
homelessness: homeless homelessness rough-sleepers night-shelter hostel-beds shelter shelters soup-run
    rough-sleeping
youthwork: youth-club youth-clubs youth-work youth-worker youth-workers scouts scout guides-girl cubs brownies
    teenagers youth-leader youth-group young-people teen teens teenager after-school girl-guides girl-guiding
    boy-scouts scout-leader scout-troop key-worker role-model scoutmaster scoutmasters akela cub-leader
    brownie-leader
council: council councillor councillors planner town-planner planning-officer town-council parish-councillor
    town-hall
policy: policy lobbying campaigner think-tank civil-servant civil-service policy-adviser select-committee
    white-paper think-tanks pilot-scheme green-paper
politics: politics politician mp election canvassing political-party party-member party-members party-leader
    party-treasurer labour-party green-party conservative-party prime-minister shadow-cabinet
coops: co-op coop cooperative cooperatives co-operative community-owned worker-owned
repaircafe: repair-cafe mends repairing fixing fixers repair-workshop menders mend mending
recycling: recycling recycle scrap upcycling waste zero-waste compost-scheme reuse second-hand swap-shop bottle-bank
    scrap-yard scrapyard scrap-metal tip-run recycling-bins
refugees: refugee refugees asylum-seekers resettlement resettled-families esol-for-refugees host-refugees
translationhelp: form-filling benefits-advice benefits welfare-rights
climate: climate carbon net-zero carbon-footprint sustainability
gardencommunity: community-garden community-gardens guerrilla-gardening community-orchard
mapping: ring-road bypass
*: party parties cabinet minister guide guides scout club clubs record mayor-office neighbourhood village-hall
    parish-council campaign campaigns petition social-enterprise civic local-authority inclusion outreach prison
    prisons prisoners prisoner elections civil
# science
energyscience: nuclear fusion battery batteries hydrogen solar-cell solar-cells power-plant power-station
vision: computer-vision image-recognition
volcanoes: volcano volcanoes volcanologist
mining: mining quarry
drug: pharmaceutical pharma biotech
astronomy: astronomy astronomer telescope telescopes stargazing observatory astronomer-club planetarium night-sky
    shooting-star shooting-stars star-gazing astrophysicist astrophysics cosmologist comets
geology: geology geologist rocks fossils fossil palaeontologist
weather: weather meteorologist meteorology hurricane hurricanes storms forecasting forecaster flood-warning tornado
    tornadoes climate-model
marine: marine-biologist marine-biology coral reefs ocean oceanographer seaweed whales seabird seabirds
    ocean-scientist fisheries
archaeology: archaeology archaeologist archaeologists excavation roman-villa dig digs metal-detecting
labs: lab labs laboratory laboratories microscope
statistics: statistician statistics survey-data regression biostatistician survey-design regression-models
    customer-survey customer-surveys opinion-poll questionnaires
insects: entomologist entomology insects butterflies moths beetles beetle moth-trap pollinators bumblebees
water: hydrologist hydrology flooding floods flood river-engineer water-testing spring-water borehole boreholes
    well-water spring-source spring-water-source
genetics: genetics geneticist genomics dna gene-pool
wildlife-surveys: bat-survey bat-surveys ecological-survey newt-survey bats-in-roof bat-detector bat-ecologist
    newt-pond pilot-study
biologylab: cell-line microbiologist microbiology microbes bacteria virologist immunologist
physicslab: string-theory particle-physics semi-conductor superconductor
*: conductor conductors cell cells spring springs star stars scale current trial model models science sciences
    scientific scientist scientists experiments experiment-design field-survey laboratory-work sampling species
    physics-lab satellite satellites space-science telescope-time journal-article peer-review mosquitoes fieldwork
    laboratory specimens specimen microscopes theory quantum
# beauty
hair: hairdresser hairdressers hairdressing barber barbers haircut haircuts hair hairstylist stylist salon
    haircutting barbering wigs wig braiding hair-braiding mobile-hairdresser
makeup: makeup make-up make-up-artist makeup-artist beautician beauty manicure nails bridal-make-up bridal-makeup
    eyebrows lashes
fashion: fashion clothes clothing garments garment pattern-cutter pattern-cutting designer-clothes fashion-designer
    pattern-maker knitwear tailor-suit wardrobe-stylist vintage-clothing clothes-swap winter-coats
shoes: shoes boots footwear walking-boots football-boots running-shoes trainers-shoes
nailsfield: nail-bar nail-technician nail-art nail-file gel-nails nail-polish nail-varnish manicurist
*: model models nail nails trainers sole dressing dress dresses coat coats jacket jackets suit suits outfit outfits
    wearing wear wears vintage-clothes model-agency
"""
"""A field of life under the name of each kind of them: words by which one finds somebody who needs another of them.

A hyphen joins words that stand in a row, or are written as one. The last of each kind, `*`, only tells what is spoken
of: nobody is found by these words.
"""
