/** Words of which the names of columns are made: the service writes logical names without telling where one ends. */
export const words: ReadonlySet<string> = new Set(
  `abbreviation absolute accepted access account achieved acknowledgement act action activation active activities activity actual ad
   additional address admin administrator advanced after aggressive aging agreement ai air alert alerts all allocation allotment allow
   allowed am amount an analytics ancestor anchor and anniversary annotation annual api app append applicable application applies apply
   appointment approval apps appt area article as assembly asset assign assigned assignment assistant associated associations async
   attachment attachments attempted attempts attribute attributes audit auditing auth authentication author authorization auto
   autodiscover availability average azure back background backoff bar base based basic batch be begin behalf behavior bi bias bill
   billed billing binary binding bing birth block blocked body book bookable booking border bot bound box budget budgeted built bulk
   bundle business by cal calculated calculation calendar call callback calling campaign can cancel canvas cap capture care cascade
   case category center change changed channel characteristic check child children childrens city claim classification client close
   closed closure code collection color column columns comments communication community company compatible competitor competitors
   complete completed component composite compressed computed concurrent conditional conditions config configuration confirm conflict
   connect connection connections connector consider constraint constraints constructor contact contacted contacts content context
   contract contrast control convention conversation conversion core correlation cortana cost count counter country county cover create
   created creation credential credentials credit crm ctso culture currency current custom customer customizable customization
   customizations cycles dashboard data date day daylight days db deals debrief decimal decision decrease decrement decrementing deep
   default defined definition delegate delegated delete deleted delimiter deliver delivered delivery delta delve demand department
   dependency deployment deprecation depth description designator desktop detail details detection develop digits direction directory
   disable disabled discount discovered dismissed display division dmt do document domain download drive due duplicate duration dynamic
   education effect effective effectivity email emails employee employees enable enabled encoding end endpoint enforce entities
   entitlement entity environment equipment error errors escalated estimated evaluate event ews excel exception exceptions exchange
   exclude execute execution existing expand expanded expansion expected experience expiration expire expired expires expiry explorer
   export extension external failed failure family fax feature feedback fetch field fields file filter filtering filters final find
   firewall first fiscal fit flag flow flows folder follow for forced form format formatting forward frame freight frequency friendly
   from ftp fulfilled full function future fwlink gender generate generation get global goal goals going government grant granularity
   graph grid group guided hand handler has hash header help hi hidden hierarchical hierarchy high hold holiday home host hour hours
   hover hub id identifier identify identity if iframe ignore image impersonating impersonation import in inactive incident incidents
   income incoming index industry influence info information inheritance inherited initial input insights installed instance integer
   integrated integration interest interface intermittent internal internet interval introduced invite invoice invoked ip is iso
   isolation issue item items job json ka kb key keys keywords kit km knowledge kpi lang language last latest latitude layout lcid lead
   left legacy length less level license licensed limit line link list live lo local locale location lock locked log logging logical
   logo long longitude lookup machine mail mailbox mailing major maker managed manager manifest map mapi mapping mappings maps marked
   market marketing mask masked master match matching max maximum meeting member members membership merge merged message metadata
   method metric middle mime min minor minute minutes mm mobile mode model modified module money month monthly move movement msdyn name
   names namespace navbar navigation need negative net network next nick no normalized not note notification notifications notify nth
   number oauth object objective occurred occurrences odb of office offline offset on one online only oob open operation opportunities
   opportunity opt option options or order ordered org organization origin original originating otc other out outgoing outlook
   outstanding overridden override overview overwrite owner owners ownership owning package page pager pages paging pain pane parameter
   parameters params parent parsed part partial participates parties partner party passport password past path pattern pause payment
   per percent percentage performance period permalink permanent permission persistence personal personalization phone photo pick
   picture pinpoint plugin plugins pm point points polling populated port position post postal posted postpone postponed power
   precision preference preferred prefix presence present presentation previous price pricing primary principal priority priv privacy
   private privilege privileges proactive probability process processed processing prod product products profile progress promote
   promotion properties proposal proposed prospect protocol province public publish published publisher puid purchase purpose pursuit
   qe qualification qualify qualifying quality quantity quarter query queue quick quote range rank rate rating reached read ready
   reason receipt received receiving recipients recommendations record records recurrence recurring reference regarding regenerate
   region regions regular related relationship relative remaining render renderer rendering reply report reported reporting request
   requested require required resolve resource resources response restrict resume retention retired retrieval retry returned revenue
   review revision right rights role rolled rollup root route router routing row rule run sales salutation same sample sas satisfaction
   satori save saved schedulable schedule scheduled scheduler schema scope score script sdk search second secondary secret secure
   security see selected selection send sender senders sending sensitive sent sentiment separator sequence serial series server service
   session set setting settings setup severity shade share shared shares shelf ship shipping show sic sign signature silverlight since
   site situation size skills skype sla smart social solution sop sort source sp span spec specifier spouses sql sqm srs ssl stage
   standard start started startup state statement states status step stock stop store strategy strengths stretch string strips
   structure sub subject submit submitted subscription subscriptions succeeded success successful suffix sum summary supplier support
   supported supporting suppress suspended symbol sync synch syncs system tab table tablet tag target task tasks tax team telephone
   template tenant term terms territory test text thank theme thread threats throttle ticker ticket time timeline timeout times
   timestamp title to today token tooltip total tour trace tracked tracking transact transacted transaction transcript transient
   translation traversed tree trial trigger ts twitter type types ui un undeliverable undelivered unique unit units unlock unlocking
   unresolved unsafe unsolicited unsubscribe until uom up update updated upload ups uri url usage use used user users utc v valid
   validated validation value variable vendor verbose version view viewed views visible visualization voice volume waiting warehouse
   warning warnings weaknesses web week weekday weight when will win window windows with without wizard work workflow x xaml xml yammer
   year yearly yomi you zone`.split(/\s+/),
);
