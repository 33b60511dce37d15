/** Common Swahili words, from which the stemmer knows a form. */

import { wordList } from '../word-list.js';

/**
 * Verbs without a prefix, as after "ku". Where a derived verb has a meaning of its own, it stands beside the verb
 * that it is made of; other derived verbs are left to the stemmer.
 */
export const VERBS: ReadonlySet<string> = new Set(
  wordList(`
  abiri abudu acha achilia achisha adhibu adhimisha afiki aga agiza agua ahidi ahirisha aibisha ainisha ajiri akisi alika amba ambatana ambia ambukiza amini amka amrisha amua amuru andaa andama andamana andika andikisha angaika angalia angamia angamiza angua anguka anika anua anza apa apisha arifu ashiria asi asili asisi athiri azima azimia badhiri badili baini baka baki bakiza bana banda bandika bandua banduka bariki bashiri batilisha batiza beba bembeleza beza bisha bishana boboka boma bomoa bomoka bomolea boresha bubujika buni burudi buruta buruza busu cha chacha chafua chafuka chagiza chagua chakaa chakata changa changamka changanya changia chania chanja chanua chapa chapisha charua cheka chekelea chelea chelewa chemka chemsha cheua cheza chimba chimbua chinja chochea choka chokoza choma chomoa chonga chora choshea chubua chuchumaa chuja chukia chukiza chukua chuma chunga chunguza churuzika chuuza dadisi dai daka danganya dhalilisha dhamini dhani dhania dharau dhibiti dhihaki dhihiri dhoofu dhulumu dhuru didimia dokeza dondoa dondoka dumisha dumu duwaa egemea egesha elea elekea elekeza elewa eleza enda endelea endesha enea eneza enzi enziana epa epuka epusha ezeka fa faa fadhili fafanua fahamu faidi fana fanana fanikiwa fanya fanza faragua fariji fariki fasili fasiri faulu feli ficha fichua fidi fidia fika fikia fikiri fikisha filisi finya fisha fisidi foka fua fuata fufua fufuka fuga fuja fukia fukiza fukua fukuza fuma fumania fumba fumbua funda funga fungia fungua funika funua funza furahi furahia furika futa futua fuzu ganda gandamiza ganga gawa gawanya gawia geuka geuza ghadhibika ghadhibu ghairi gharimu ghasi ghofiri ghushi goma gomba gombea gonga gota gubika gugumia gundua gusa hafifisha haha hajiri hakiki hakikisha halalisha halifu hama hamaki hamasisha hangaika hara harakisha haribu hasimu hatarisha hesabu heshimu hiari hifadhi himiza hini hisi hitaji hitilafiana hitimu hofia hoji hubiri hudhuria hudumia hudumu hujumu hukumu humiza hurumia husu husudu hutubia hutubu huzunika iba ibua ibuka idhinisha iga igiza imarika imarisha imba inama inga ingia ingilia ingiza inua inuka isha ishi ita itika itikadi izara jaa jadili jali janga jaribu jasiri jasirisha jaza jenga jengea jeruhi jia jibu jificha jikaza jilisha jinyonga jitahidi jitokeza jitolea jiuzulu jivunia jua julikana jumuika jumuisha juta kaa kaba kabidhi kabili kadiri kadiria kagua kalia kamata kamili kamua kanda kandamiza kandika kanganya kanusha kanya kanyaga karabati karibia karibisha kariri kashifu kasirika kasirisha kata kataa kataza katika katisha katiza kauka kausha kawia kaza keketa kemea kera keti kidhi kimbia kinaisha kinga kinza kiri kiuka kodi kohoa kokota koma komaa komaza komboa komesha kongamana kopa kopesha koroma kosa kosoa kua kubali kubaliana kufuru kumba kumbana kumbatia kumbuka kumbusha kunja kunjua kusanya kusudia kuta kutana kuza kwama kwamua kwaruza kwea kwepa la laani laghai lainisha lala lalamika lamba landa laumu lawiti lazimisha lea legea legeza lemaza lenga leta lewa lia lima limbikiza linda lingana linganisha lipa lipiza lipua lipuka lisha loga lokota lowa lundika maanisha maliza malizika mega meza miliki mimina mudu mulika mwaga mwagika nadi nasa nasihi nasua nawa nena nenea nenepa ng'aa ng'ang'ania ng'ara ng'atuka ng'oa nia noa noga nong'ona nufaika nufaisha nuia nuka nukuu nung'unika nunua nusa nusurika nusuru nyakua nyamaza nyanyasa nyanyua nyauka nyenyekea nyesha nyima nyoa nyonga nyonya nyoosha nyunyiza oa oanisha oga ogelea ogopa okoa okoka okota olewa omba ombea omboleza ona ondoa ondoka onesha ongea ongeza ongoza onja onya onyesha orodhesha ota otea oza pa paa paka pakata pakia pakua palilia pambana pambanua pambazuka panda pandikiza pandisha panga pangisha pangua pangusa pania panua papasa pasa pasua pasuka pata patia peleka pelekea peleleza penda pendekeza pendelea pendeza penya penyeza pepea pepesuka peta piga pigana pika pima pinda pindua pinduka pinga pita pitisha poa podoa pokea pokonya pona ponda pongeza ponya ponza pora poromoka potea poteza potoka potosha poza puliza pulizia pumbaza pumua pumzika punga pungua punguza punja pura puuza pwaya pyoka rai rarua ratibu raudhi rejea rejelea rejesha rekebisha rekodi remba ridhi ridhia ridhika ringa ripoti rithi rudi rudia rudisha ruhusu ruka rukia rundika rusha rutubisha sababisha sadiki safiri safisha saga sahau sahaulika sahihi sahihisha saidia saili saini sajili saka sali salia salimia salimu saliti samba sambaa sambaratika sambaza samehe sanifu sawazisha sema semezana sengenya shabikia shadidi shambulia shangaa shangaza shangilia shauri shawishi shehena sherehekea shiba shika shikamana shikilia shinda shinikiza shiriki shirikiana shitaki shtaki shtua shtuka shughulika shughulikia shuhudia shuka shuku shukuru shurutisha shusha shutumu sifia sifu sikia sikiliza sikitika sikitisha simama simamia simulia sindika sindikiza singizia sinzia sita sitawi sitisha sogea sogeza soma somba somesha songa staajabu staarabika stahi stahili stahimili staki starehe stawi stawisha subiri suka sukuma sulubu suluhisha suluhu sumbua sumbuka susia taabika tabasamu tabiri tafakari tafiti tafsiri tafuna tafuta tahadhari tahadharisha tahiri taja tajirika taka takasa takata tamani tamatisha tamba tambaa tambika tambua tambulisha tamka tanda tandika tanga tangaza tangulia tania tanzua tapakaa tapeli tapika taraji tarajia tatanisha tathmini tatiza tatua tawala tawanya tawanyika tazama tazamia tega tegemea tegua teka tekeleza tekenya teketea teketeza telekeza teleza tembea tembelea tenda tenga tenganisha tengemaa tengeneza tengua terema teremka tesa teseka tetea tetemeka tetereka teua thamini thawabisha thibiti thibitisha thubutu tia tibu tii tiifu tikisa tikisika tilia timia timiza timka timua tingisha tisha tishia toa tofauti toka tokea tokomea tokomeza tolea toroka torosha tosha toza tua tubu tuhumu tukana tukia tukuza tulia tuliza tuma tumaini tumainia tumbua tumbuiza tumbukia tumia tumikia tunga tunua tunuku tunza tupa tupilia tuza twaa tweza ua ugua uguza uliza ulizia uma umba umbua umia umiza unda unga ungama ungana unganisha ungua unguza uza vaa vamia vimba vinjari viringisha visha vizia vua vuja vuka vukisha vuma vumbua vumilia vuna vunda vunja vuruga vuta vutia wahi wajibika wajibisha waka wakilisha wania washa wasili wasiliana wasilisha waza weka wekeza weza wezesha winda yeyuka yumba zaa zalisha zama zembea zidi zidisha zika zima zinda zindua zinga zingatia zingira zoa zoea zoeza zomea zongwa zozana zua zuia zuka zulia zunguka zungumza zungusha zuru zurura zusha`),
);

/** Derived forms of verbs of one syllable and others that the rules miss, with their verb. */
export const VERB_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    uawa: 'ua',
    uliwa: 'ua',
    uana: 'ua',
    oana: 'oa',
    olewa: 'oa',
    pewa: 'pa',
    pea: 'pa',
    peana: 'pa',
    liwa: 'la',
    fia: 'fa',
    nyweka: 'nywa',
    nywesha: 'nywa',
    fundisha: 'funza',
  }),
);

/** Nouns made of verbs in other ways than by the rules, without the prefix of their class, with their verb. */
export const VERBAL_NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    izi: 'iba',
    ezi: 'iba',
    ito: 'ita',
    pinzani: 'pinga',
    shtaka: 'shtaki',
    shitaka: 'shtaki',
    safari: 'safiri',
    tuhuma: 'tuhumu',
    lawama: 'laumu',
    heshima: 'heshimu',
    huduma: 'hudumu',
    ndoa: 'oa',
    hitimisho: 'hitimu',
    teule: 'teua',
    saada: 'saidia',
    samaha: 'samehe',
    nada: 'nadi',
    limo: 'lima',
    ajira: 'ajiri',
    kosa: 'kosa',
    hisia: 'hisi',
    fikra: 'fikiri',
    dhana: 'dhani',
    baraka: 'bariki',
    ibada: 'abudu',
    imani: 'amini',
    thamani: 'thamini',
    shukrani: 'shukuru',
    ruhusa: 'ruhusu',
    salamu: 'salimu',
    ahadi: 'ahidi',
    faida: 'faidi',
    hofu: 'hofia',
    huruma: 'hurumia',
    idhini: 'idhinisha',
    hotuba: 'hutubu',
    tafakuri: 'tafakari',
    nasaha: 'nasihi',

    husiano: 'husu',
    fuasi: 'fuata',
    jadala: 'jadili',
    hamo: 'hama',
    dhamana: 'dhamini',
    shambulizi: 'shambulia',
    fahamivu: 'fahamu',
    lezi: 'lea',
    vazi: 'vaa',
    zazi: 'zaa',
    sikizi: 'sikia',
    somi: 'soma',
    somo: 'soma',
    kosefu: 'kosa',
    potofu: 'potosha',
    sumbufu: 'sumbua',
    okovu: 'okoa',
    lemavu: 'lemaza',
    chovu: 'choka',
    tulivu: 'tulia',
    vumilivu: 'vumilia',
    nyamavu: 'nyamaza',
    ombi: 'omba',
    tibabu: 'tibu',
    dai: 'dai',
    asi: 'asi',
    kwazo: 'kwaza',
    shahidi: 'shuhudia',
    sherehe: 'sherehekea',
    chanjo: 'chanja',
  }),
);

/** Nouns in the singular, other than those that the rules derive from verbs. */
export const NOUNS: ReadonlySet<string> = new Set(
  wordList(`
  abiria adabu adhabu adhana adui afande afisa afisi afya aibu aina ajali ajenda ajuza akaunti akiba akili alama alasiri albamu alizeti almasi amana amani ambulensi amri anasa anga anuani ardhi ari arobaini asali asasi asili asilimia askari askofu asubuhi athari azimio baba babu bahari bahasha bahati bajeti bakuli bamia banda bandari bangi bango bao bara barabara baraza baridi barua baruti basi bastola bata bawa bawabu bei benchi bendera benki betri bia biashara bibi bidhaa bikira bila bilauri bilioni bima binadamu bingwa binti biringanya biskuti boda bodaboda bodi bomba bomu bonde boriti buibui bunduki bunge bustani bwana bwawa chai chakula chama chambo chandarua changamoto chanzo chapati chatu cheche cheo cherehani cheti chifu china chombezo chombo choo chozi chui chuki chuma chumba chumvi chungu chungwa chuo chupa chura dada daftari dakika daktari daladala dalali dampo damu daraja darasa dawa dawati debe deni dereva desturi dhahabu dhambi dharura dhehebu dhima dhoruba dhuluma digrii dini dirisha diwani doa dola donda doria dosari duara dubu duka dunia duru elfu elimu embe eneo fahali fahari faili fainali faini familia fani farasi fedha feri figo filamu fimbo fisadi fisi foleni fomu fujo fundi funza furaha fursa furushi futari gaidi galoni ganda gani gari gavana gawio gazeti gereza gesi ghala gharama ghasia ghorofa giza gogo goli goti gozi gunia habari hadhi hadithi haki hakimu hali halmashauri hamsini hamu hapo haraka harambee haramia harufu hasara hasira hatari hati hatia hatima hatua hazina hekima hekta hema hewa hila hirizi hisa historia hitilafu hoja homa hospitali hoteli idadi idara ijumaa ikulu ila imamu ini injili injini inzi ishara ishirini itifaki itikadi jaji jalala jamaa jambazi jambo jamhuri jamii jana janga jangili jangwa jani jarida jasho jasusi jeki jembe jenerali jeneza jengo jeraha jeshi jibini jicho jiji jiko jimbo jina jinai jini jino jinsi jinsia jioni jipu jirani jitu jiwe jogoo jopo joto jozi jua jukumu jukwaa juma jumapili jumba jumbe jumla jumuiya juu juzuu kaanga kabati kabila kaburi kadi kahawa kaimu kaka kalamu kalenda kamanda kamati kamba kambi kamera kamishna kampeni kampuni kanali  kandarasi kanisa kanuni kanzu kaptula karafuu karakana karamu karanga karani karantini karata karatasi karne karo karoti kasi kasisi kaskazini kasoro kasri kasuku kata katiba katibu kauli kaunti kazi kelele kengele kesho kesi kiatu kiazi kibanda kibarua kibiriti kiboko kichaka kichwa kidole kidonda kidonge kifaa kifaru kifua kifungu kifuniko kigeugeu kigezo kigogo kiingereza kijana kijiji kijiko kijito kikao kikapu kikombe kikomo kikosi kikundi kilabu kilele kilema kilo kilomita kimbunga kimo kina kinara kinga kinu kinyozi kinywa kioo kipaji kipande kipato kipaumbele kipengele kipepeo kipimo kipindi kipindupindu kiraka kirusi kisa kisasi kisima kisiwa kisu kisukari kiswahili kitabu kitambaa kitambulisho kitanda kitendo kitengo kiti kitivo kitongoji kitovu kitu kitunguu kituo kiungo kiwanda kiwango kiwanja kiwavi kizazi kizimba kizuizi klabu klini kliniki kobe kocha kofia kompyuta kondoo kongamano konokono konsonanti kontena kontrakta koo koplo korosho korti kortini kozi kuku kumi kunde kundi kunguru kuni kupe kura kusini lahaja lami lango lebo leseni leso limau lita lori lugha luteni maabara mabaki mabavu mada madaraka madhara madhumuni madini mafuta magendo magharibi mahakama mahali maharage mahari mahindi maisha maiti maji majira makala makamu makao makazi makini maktaba malaika mali malkia mama mamba mamlaka manispaa manufaa mapafu mapato mapema mara maradhi marehemu marufuku masalia mashariki mashine mashua masika maskani maskini matatu mateka mauti mazingira maziwa mbegu mbili mbinu mbio mboga mbolea mbu mbuga mbung'o mbunge mbuzi mbwa mchana mchanga mche mchele mchicha mchungaji mchuzi mdomo mdudu mechi meli mende meneja meta meya meza mfalme mfano mfanyabiashara mfanyakazi mfereji mfugo mfuko mfumo mfungwa mfupa mgahawa mganga mgeni mgodi mguu mhadhiri mhalifu mhandisi mhariri mhasibu mhimili mhusika mia mila milioni mimba mita miwa mjane mji mjomba mjumbe mjusi mkahawa mkasa mkate mke mkeka mkia mkoa mkoba mkondo mkonge mkono mkuki mkulima mkunga mkurugenzi mkwe mla mlango mlemavu mlima mlolongo mmea  mnara mno mnyama mnyororo moja moshi motisha moto motokaa moyo mpaka mpango mpasuko mpira mpunga mpwa mradi mrengo msafara msalaba msamiati mshahara mshale mshipa mshukiwa msiba msichana msikiti msimu msitu mstari msumari mswada mtaa mtaala mtaalamu mtabibu mtafaruku mtaguso mtama mtambo mtandao mtaro mtego mteja mteremko mti mtihani mto mtoto mtu mtume mtumwa mtungi muda muhogo muhula mujibu mume mungu muuguzi mvua mvulana mwaka mwali mwalimu mwamba mwana mwanaanga mwanafunzi mwanahabari mwanaharakati mwanajeshi mwanamke mwanamume mwanamuziki mwananchi mwanariadha mwanasayansi mwanasheria mwanasiasa mwandani mwanga mwathirika mwavuli mwekundu mwele mwembe mwendo mwenge mwenyeji mwenyekiti mwenzi mwezi mwiba mwiko mwili mwisho mwongo mwujiza mzazi mzee mzigo mzozo mzungu mzunguko nabii nafaka nafasi nafsi nahodha naibu nakala namba nambari namna nanasi nane nasaba nauli nazi nchi ndege ndimu ndizi ndoo ndoto ndovu ndugu nembo neno ng'ombe ngano ngao ngazi ngoma ngozi nguo nguruwe nguvu nguzo nia nidhamu nishati njaa njama njia njiwa nne noti nuru nusu nyama nyanya nyasi nyati nyoka nyota nyuki nyumba nyumbu nzi nzige oda ofisa ofisi operesheni orodha paa padri paja paka pamba  panya papa papai parachichi pareto parokia paroko pasaka pasi pasipoti pato pauni pawa pazia pembe pembetatu pengo pesa pete petroli picha pikipiki pilipili pingu pipa poda polisi pombe pori posho posta pua punda pundamilia pwani radi rafiki raia rais ramani rambirambi rangi rasilimali rasimu ratiba refa rehema riadha riba ripota risasi risiti riwaya robo roho ruba rubani rufaa rungu rushwa ruwaza ruzuku saa saba sababu sabini sabuni sadaka safu sahani sakafu sala samaki samani sanaa sanamu sanduku sarafu sarufi sauti sayansi sehemu sekta sekunde seneta senti sera serikali shaba shabaha shabiki shaka shamba shangazi shari sharti shati shauku sheikh shemeji sheria shetani shida shilingi shimo shina shirika shirikisho shoka shughuli shujaa shule siagi siasa sifa sifuri siku silaha simba simu sindano sinema siri sita sitini skuli soda soka soko sokwe spika stadi stempu stendi stima suala sufuria sukari sukumawiki sumu supu sura suruali swala swali swara taa taaluma taarifa taasisi tabaka tabia tabibu tafrija taifa taji tajiri takwimu talaka tamaa tamasha tamthilia tangi tani tano tanuri tarafa taratibu tarehe tarumbeta tatizo tatu tawi tembo tende tetesi thelathini theluji theluthi themanini tiba tikiti tikitimaji timu tisa tisini tofali tovuti treni tumbaku tumbili tumbo tume tunda tundu tuzo twiga ua ubao ubavu ubawa uchumi uchungu udongo ufa ufagio ufalme  ufukwe ufunguo  ugali ugonjwa uhai uhalifu uhuru ujana ujauzito ujumbe ujuzi  ukame ukanda ukarimu ukimwi ukoloni ukoo ukucha ukumbi ukurasa ukuta ulimi ulimwengu umaarufu umati umbali umbo umeme umoja umri unga unyenyekevu unywele upande upanga upepo upinde urafiki uraia urais urithi usalama ushirika ushuru usiku usingizi usiri uso utalii utamaduni utando utaratibu uti utoto utu uvivu uwanja uwezo uwongo uzalendo uzani uzazi uzembe uzi vita vurugu wadhifa wajibu wakala wakati wakili walakini wali waraka wasia wasifu wasiwasi wavu waya wayo waziri wazo wembe wiki wilaya wimbi wino wizara yai zabuni zamu zao zawadi zoezi zumari`),
);

/** Nouns that the rules do not lead to their stem, with it. */
export const IRREGULAR_NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    macho: 'jicho',
    meno: 'jino',
    mambo: 'jambo',
    mawe: 'jiwe',
    mioyo: 'moyo',
    mioto: 'moto',
    mioshi: 'moshi',
    waume: 'mume',
    wake: 'mke',
    wana: 'mwana',
    nyumbani: 'nyumba',
    nyakati: 'wakati',
    nyavu: 'wavu',
    nyaraka: 'waraka',
    nyadhifa: 'wadhifa',
    nyembe: 'wembe',
    nywele: 'unywele',
    ndimi: 'ulimi',
    kurugenzi: 'mkurugenzi',
    viwanja: 'uwanja',
    kiwanja: 'uwanja',
    wauguzi: 'muuguzi',
    waganga: 'mganga',
    marafiki: 'rafiki',
    polisi: 'polisi',
    wanaume: 'mwanamume',
    mwanaume: 'mwanamume',
    wanawake: 'mwanamke',
    wakulima: 'mkulima',
    maafisa: 'afisa',
    maofisa: 'afisa',
    ofisa: 'afisa',
    afisi: 'ofisi',
    skuli: 'shule',
    mwizi: 'kuiba',
    wezi: 'kuiba',
    wimbo: 'kuimba',
    nyimbo: 'kuimba',
    koo: 'ukoo',
    nyongeza: 'kuongeza',
  }),
);

/** Adjectives without their prefix. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  wordList(`kubwa dogo zuri baya refu fupi pya kuu gumu rahisi kali zito epesi eusi eupe ekundu pana
  nene embamba tamu chungu safi chafu zima tupu wazi geni kongwe zee bovu bivu bichi kavu vivu erevu jinga aminifu
  tukufu takatifu maarufu maskini gonjwa baridi adimu tofauti huru hodari`),
);
