/** Common Swahili words, from which the stemmer knows a form. */

const list = (words: string): string[] => words.trim().split(/\s+/u);

/**
 * Verbs without a prefix, as after "ku". Where a derived verb has a meaning of its own, it stands beside the verb
 * that it is made of; other derived verbs are left to the stemmer.
 */
export const VERBS: ReadonlySet<string> = new Set(
  list(`
  abiri abudu acha achilia achisha adhibu adhimisha afiki agiza agua ahidi ahirisha aibisha ajiri alika amba ambia ambukiza amini amka amrisha amua amuru andaa andama andamana andika  angaika angalia angamiza angua anguka anika anua anza apa apisha arifu asi asili athiri azima azimia badili baini baka baki bakiza bana banda bandika bandua banduka bariki bashiri batilisha batiza beba bembeleza bisha bishana boboka boma bomoa boresha bubujika buni burudi buruta busu cha chacha chafua chafuka chagiza chagua chakaa changa changamka changanya changia chania chanja chapa chapisha charua cheka chekelea chelea chelewa chemka chemsha cheua cheza chimba chimbua chinja chochea choka choma chomoa chonga chora choshea chubua chuchumaa chuja chukia chukiza chukua chuma chunga chunguza churuzika chuuza dadisi dai daka danganya dhalilisha dhamini dhani dharau dhibiti dhihaki dhihiri dhoofu dhulumu dhuru didimia dokeza dondoka dumisha dumu duwaa egemea elea elekea elekeza elewa enda endelea endesha enea eneza enzi epa epuka epusha ezeka fa faa fafanua fahamu faidi fana fanana fanikiwa fanya fanza faragua fariji fariki fasiri faulu ficha fichua fika fikia fikiri fikisha filisi finya fisha fisidi foka fua fuata fufua fufuka fuga fuja fukia fukiza fukua fukuza fuma fumania fumba fumbua funda fundisha funga fungua funika funua funza furahi furahia furika futa futua fuzu ganda gandamiza ganga gawa gawanya geuka geuza ghadhibu gharimu ghofiri ghushi goma gomba gombea gonga gota gubika gugumia gundua gusa hafifisha haha hajiri hakikisha halalisha halifu hama hamaki hamasisha hangaika hara haribu hasimu hatarisha hesabu heshimu hiari hifadhi himiza hini hisi hitaji hitilafiana hitimu hofia hoji hubiri hudhuria hudumia hudumu hujumu hukumu humiza hurumia husu huzunika iba idhinisha iga igiza imarisha imba inama inga ingia ingilia ingiza inua inuka isha ishi ita itika itikadi izara jaa jadili jali janga jaribu jasiri jaza jenga jengea jeruhi jia jibu jificha jikaza jilisha jinyonga jitahidi jitokeza jitolea jiuzulu jivunia jua julikana juta kaa kaba kabidhi kabili kagua kalia kamata kamili kanda kandamiza kanganya kanusha kanya kanyaga karabati karibia karibisha kariri kashifu kasirika kasirisha kata kataa kataza katika katisha katiza kauka kausha kawia kaza kemea kera keti kidhi kimbia kinga kinza kiri kiuka kohoa koma komaa komboa komesha kopa kopesha koroma kosa kosea kosoa kua kubali kubaliana kufuru kumba kumbatia kumbuka kumbusha kunja kunjua kusanya kusudia kuta kutana kuza kwama kwamua kwaruza kwea kwepa la laani laghai lainisha lala lalamika lamba landa laumu lawiti lazimisha lea legea legeza lemaza lenga leta lewa lia lima limbikiza linda lingana linganisha lipa lipiza lipua lipuka lisha loga lokota lowa lundika maanisha maliza malizika mega meza miliki mimina mulika mwaga nadi nasa nasihi nawa nena nenea nenepa ng'aa ng'ang'ania ng'atuka ng'oa nia noa noga nong'ona nufaika nufaisha nuia nuka nukuu nung'unika nunua nusa nusuru nyakua nyamaza nyanyasa nyanyua nyauka nyenyekea nyesha nyima nyoa nyonga nyonya nyoosha nyunyiza oa oga ogelea ogopa okoa okoka okota olewa omba ombea omboleza ona ondoa ondoka ongea ongeza ongoza onja onya onyesha ota otea oza pa paa paka pakata pakia pakua palilia pambana pambanua panda pandisha panga pangisha pangusa pania panua papasa pasa pasua pasuka pata patia peleka pelekea peleleza penda pendekeza pendelea pendeza penya penyeza pepea pepesuka peta piga pika pima pinda pindua pinduka pinga pita pitisha poa podoa pokea pokonya pona ponda ponya ponza pora poromoka potea poteza potosha poza puliza pulizia pumbaza pumua pumzika punga pungua punguza punja pura puuza pwaya pyoka rai rarua ratibu raudhi rejea rejesha rekebisha rekodi remba ridhi ridhia ridhika ringa ripoti rithi rudi rudia rudisha ruhusu ruka rukia rundika rusha rutubisha sababisha sadiki safiri safisha saga sahau sahaulika sahihi sahihisha saidia saini saka sali salia salimia salimu saliti samba sambaa sambaratika sambaza samehe sanifu sawazisha sema semezana sengenya shabikia shambulia shangaa shangaza shangilia shauri shawishi shehena sherehekea shiba shika shikamana shikilia shinda shinikiza shiriki shirikiana shitaki shtaki shtua shtuka shughulika shughulikia shuhudia shuka shuku shukuru shurutisha shusha shutumu sifu sikia sikiliza sikitika sikitisha simama simamia simulia sindika sindikiza singizia sinzia sita sitawi sitisha sogea soma somesha songa staajabu staarabika stahi stahili stahimili staki starehe stawi stawisha subiri suka sukuma sulubu suluhisha sumbua sumbuka susia taabika tabiri tafakari tafiti tafsiri tafuna tafuta tahadhari tahadharisha taja tajirika taka takasa takata tamani tamba tambaa tambika tambua tambulisha tamka tanda tandika tanga tangaza tangulia tania tanzua tapakaa tapeli tapika taraji tarajia tatanisha tathmini tatiza tatua tawala tawanya tawanyika tazama tazamia tega tegemea tegua teka tekeleza tekenya teketea teketeza telekeza teleza tembea tembelea tenda tenga tenganisha tengeneza tengua terema teremka tesa teseka tetea tetemeka teua thamini thawabisha thibiti thibitisha thubutu tia tibu tii tiifu tikisa tikisika timia timiza timka timua tingisha tisha tishia toa tofauti toka tokea tokomea tokomeza tolea toroka torosha tosha toza tua tubu tuhumu tukana tukia tukuza tulia tuliza tuma tumaini tumbua tumbukia tumia tumikia tunga tunua tunuku tunza tupa tupilia tuza twaa ua ugua uguza uliza ulizia uma umba umia umiza unda unga ungama ungana unganisha ungua unguza uza vaa vamia vimba vinjari viringisha visha vizia vua vuja vuka vukisha vuma vumbua vumilia vuna vunda vunja vuruga vuta vutia wahi wajibika wajibisha waka wakilisha wania washa wasili wasiliana wasilisha waza weka wekeza weza wezesha winda yeyuka yumba zaa zalisha zama zidi zidisha zika zima zinda zindua zinga zingatia zingira zoa zoea zoeza zomea zozana zua zuia zuka zulia zunguka zungumza zungusha zuru zurura`),
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
  }),
);

/** Nouns in the singular, other than those that the rules derive from verbs. */
export const NOUNS: ReadonlySet<string> = new Set(
  list(`
  usingizi abiria adabu adhabu adhana adui afande afisa afisi afya ahadi aibu aina ajali ajenda ajira ajuza akaunti akiba akili alama alasiri albamu alizeti almasi amana amani ambulensi amri anasa anga anuani ardhi ari arobaini asali asasi asili asilimia askari askofu asubuhi athari azimio baba babu bahari bahasha bahati bajeti bakuli bamia banda bandari bangi bango bao bara barabara baraka baraza baridi barua baruti basi bastola bata bawa bawabu bei benchi bendera benki betri bia biashara bibi bidhaa bikira bila bilauri bilioni bima binadamu bingwa binti biringanya biskuti boda bodaboda bodi bomba bomu bonde boriti buibui bunduki bunge bustani bwana bwawa chai chakula chama chambo chandarua changamoto chanjo chanzo chapati chatu cheche cheo cherehani cheti chifu china chombezo chombo choo chozi chui chuki chuma chumba chumvi chungu chungwa chuo chupa chura dada daftari dakika daktari daladala dalali dampo damu daraja darasa dawa dawati debe deni dereva desturi dhahabu dhambi dhana dharura dhehebu dhoruba dhuluma digrii dini dirisha diwani doa dola donda doria dosari duara dubu duka dunia duru elfu elimu embe eneo fahali fahari faida faili fainali faini familia fani farasi fedha feri fidia figo fikra filamu fimbo fisadi fisi foleni fomu fujo fundi funza furaha fursa furushi futari gaidi galoni ganda gani gari gavana gawio gazeti gereza gesi ghala gharama ghasia ghorofa giza gogo goli goti gozi gunia habari hadhi hadithi haki hakimu hali halmashauri hamsini hamu hapo haraka harambee haramia harufu hasara hasira hatari hati hatia hatima hatua hazina hekima hekta hema hewa hila hirizi hisa hisia historia hitilafu hoja homa hospitali hoteli hotuba huruma idadi idara idhini ijumaa ikulu ila imamu imani ini injili injini inzi ishara ishirini itifaki itikadi jaji jalala jamaa jambazi jambo jamhuri jamii jana janga jangili jangwa jani jarida jasho jasusi jeki jembe jenerali jeneza jengo jeraha jeshi jibini jicho jiji jiko jimbo jina jinai jini jino jinsi jinsia jioni jipu jirani jitu jiwe jogoo jopo joto jozi jua jukumu jukwaa juma jumapili jumba jumbe jumla jumuiya juu juzuu kaanga kabati kabila kaburi kadi kahawa kaimu kaka kalamu kalenda kamanda kamati kamba kambi kamera kamishna kampeni kampuni kanali kanda kandarasi kanisa kanuni kanzu kaptula karafuu karakana karamu karanga karani karantini karata karatasi karne karo karoti kasi kasisi kaskazini kasoro kasri kasuku kata katiba katibu kauli kaunti kazi kelele kengele kesho kesi kiatu kiazi kibanda kibarua kibiriti kiboko kichaka kichwa kidole kidonda kidonge kifaa kifaru kifua kifungu kifuniko kigeugeu kigezo kigogo kiingereza kijana kijiji kijiko kijito kikao kikapu kikombe kikomo kikosi kikundi kilabu kilele kilema kilimo kilo kilomita   kimbunga kimo kina kinara kinga kinu kinyozi kinywa kioo kipaji kipande kipato kipaumbele kipengele kipepeo kipimo kipindi kipindupindu kiraka kirusi kisa kisasi kisima kisiwa kisu kisukari kiswahili kitabu  kitambaa kitambulisho kitanda kitendo kitengo kiti kitivo kitongoji kitovu kitu kitunguu kituo kiungo kiwanda kiwango kiwanja kiwavi kizazi kizimba kizuizi klabu klini kliniki kobe kocha kodi kofia kompyuta kondoo kongamano konokono konsonanti kontena kontrakta koo koplo korosho korti kortini kozi kucha kuku kumbi kumi kunde kundi kunguru kuni kupe kura kusini lahaja lami lango lebo leseni leso limau  lita lori lugha luteni maabara mabaki mabavu mada madaraka madhara madhumuni madini mafuta magendo magharibi mahakama mahali maharage mahari mahindi maisha maiti maji majira makadirio makala makamishna makamu makao makazi makini maktaba malaika mali malkia mama mamba mamlaka manispaa manufaa mapafu mapato mapema mara maradhi marehemu marufuku masalia mashariki mashine mashua masika maskani maskini matatu mateka matibabu mauti mazingira maziwa mbegu mbili mbinu mbio mboga mbolea mbu mbuga mbung'o mbunge mbuzi mbwa mchana mchanga mche mchele mchicha mchungaji mchuzi mdomo mdudu mechi meli mende meneja meta meya meza mfadhili mfalme mfano mfanyabiashara mfanyakazi mfereji mfugo mfuko mfumo mfungwa mfupa mgahawa mganga mgeni mgodi mguu mhadhiri mhalifu mhandisi mhariri mhasibu mhimili mhusika mia mila milioni mimba mita miwa mjane mji mjomba mjumbe mjusi mkahawa mkasa mkate mke mkeka mkia mkoa mkoba mkondo mkonge mkono mkuki mkulima mkunga mkurugenzi mkwe mla mlango mlemavu mlima mlolongo mmea mnada mnara mno mnyama mnyororo moja moshi motisha moto motokaa moyo mpaka mpango mpasuko mpira mpunga mpwa mradi mrengo msaada msafara msalaba msamaha msamiati mshahara mshale mshipa mshukiwa msiba msichana msikiti msimu msitu mstari msumari mswada mtaa mtaala mtaalamu mtabibu mtafaruku mtaguso mtama mtambo mtandao mtaro mtego mteja mteremko mti mtihani mto mtoto mtu mtume mtumwa mtungi muda muhogo muhula mujibu mume mungu muuguzi mvua mvulana mwaka mwakilishi mwali mwalimu mwamba mwana mwanaanga mwanafunzi mwanahabari mwanaharakati mwanajeshi mwanamke mwanamume mwanamuziki mwananchi mwanariadha mwanasayansi mwanasheria mwanasiasa mwandani mwanga mwathirika mwavuli mwekundu mwele mwembe mwendo mwenge mwenyeji mwenyekiti mwenzi mwezi mwiba mwiko mwili mwisho mwongo mwujiza mzazi mzee mzigo mzozo mzungu mzunguko nabii nafaka nafasi nafsi nahodha naibu nakala namba nambari namna nanasi nane nasaba nauli nazi nchi ndege ndimu ndizi ndoo ndoto ndovu ndugu nembo neno ng'ombe ngano ngao ngazi ngoma ngozi nguo nguruwe nguvu nguzo nia nidhamu nishati njaa njama njia njiwa nne noti nuru nusu nyama nyanya nyasi nyati nyoka nyota nyuki nyumba nyumbu nzi nzige oda ofisa ofisi operesheni orodha paa padri paja paka pamba panga panya papa papai parachichi pareto parokia paroko pasaka pasi pasipoti pato pauni pawa pazia pembe pembetatu pengo pesa pete petroli picha pikipiki pilipili pingu pipa poda polisi pombe pori posho posta pua punda pundamilia pwani radi rafiki raia rais ramani rambirambi rangi rasilimali rasimu ratiba refa rehema riadha riba ripota risasi risiti riwaya robo roho ruba rubani rufaa ruhusa rungu rushwa ruwaza ruzuku saa saba sababu sabini sabuni sadaka safu sahani sakafu sala salamu samaki samani sanaa sanamu sanduku sarafu sarufi sauti sayansi sehemu sekta sekunde seneta senti sera serikali shaba shabaha shabiki shaka shamba shangazi shari sharti shati shauku sheikh shemeji sherehe sheria shetani shida shilingi shimo shina shirika shirikisho shoka shughuli shujaa shukrani shule siagi siasa sifa sifuri siku silaha simba simu sindano sinema siri sita sitini skuli soda soka soko sokwe somo spika stadi stempu stendi stima suala sufuria sukari sukumawiki sumu supu sura suruali swala swali swara taa taaluma taarifa taasisi tabaka tabia tabibu tafrija taifa taji tajiri takwimu talaka tamaa tamasha tamthilia tangi tani tano tanuri tarafa taratibu tarehe tarumbeta tatizo tatu tawi tembo tende tetesi thamani thelathini theluji theluthi themanini tiba tikiti tikitimaji timu tisa tisini tofali tovuti treni tumbaku tumbili tumbo tume tunda tundu tuzo twiga ua ubao ubavu ubawa uchumi uchungu udongo ufa ufagio ufalme ufisadi ufukwe ufunguo ugaidi ugali ugonjwa uhai uhalifu uhuru ujana ujauzito ujumbe ujuzi ukabila ukame ukanda ukarimu ukimwi ukoloni ukoo ukucha ukumbi ukurasa ukuta ulimi ulimwengu umaarufu umati umbali umbo umeme umoja umri unga unyenyekevu unywele upande upanga upepo upinde urafiki uraia urais urithi usalama ushahidi ushirika ushuru usiku  usiri uso utalii utamaduni utando utaratibu uti utoto utu uvivu uwanja uwezo uwongo uzalendo uzani uzazi uzembe uzi vita vurugu wadhifa wajibu wakala wakati wakili walakini wali waraka wasia wasifu wasiwasi wavu waya wayo waziri wazo wembe wiki wilaya wimbi wimbo wino wizara yai zabuni zamu zao zawadi zoezi zumari`),
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
    nyongeza: 'kuongeza',
  }),
);

/** Adjectives without their prefix. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  list(`kubwa dogo zuri baya refu fupi pya kuu gumu rahisi kali zito epesi eusi eupe ekundu pana
  nene embamba tamu chungu safi chafu zima tupu wazi geni kongwe zee bovu bivu bichi kavu vivu erevu jinga aminifu
  tukufu takatifu maarufu maskini gonjwa baridi adimu tofauti huru hodari`),
);
