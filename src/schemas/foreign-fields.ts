import { withoutAccents } from './plain-letters.ts';

/**
 * What other systems (WordPress, Ghost, Hugo, Jekyll, Eleventy, Drupal) call our fields, in English and Spanish, and what editors who
 * come from them type. Without capitals, hyphens and underscores. A name that several fields have means the first that exists.
 */
export const FOREIGN_NAMES: Readonly<Record<string, string>> = {
  start:
    'startdate starttime begins begin from date when datetime dtstart eventdate eventstart inicio fecha fechadeinicio comienza desde',
  end: 'enddate endtime ends until to dtend eventend fin fechadefin termina hasta',
  zone: 'timezone tz tzid zonahoraria huso',
  place: 'location city town ubicacion ciudad lugar',
  venue: 'location where place lugar sede recinto',
  organiser: 'organizer organizers organisers host hosts promoter organizador organiza',
  tickets: 'ticket ticketurl booking bookings registration boletos entradas',
  price: 'cost fee fees admission entry precio costo entrada',
  kinds: 'kind type types category categories tags tag tipo tipos categoria categorias',
  repeats: 'repeat recurrence recurs rrule recurring repite frecuencia',
  status: 'state eventstatus estado',
  every: 'frequency freq cada',
  on: 'days weekdays byday dias',
  pubDate:
    'date published publishdate publisheddate publishedat publishedon publicationdate dateposted posted postedon postdate postdategmt created createdat createdon createddate datecreated datepublished datetime timestamp fecha fechadepublicacion fechapublicacion publicado publicada publishon golive golivedate embargo embargountil embargodate scheduled scheduledat scheduledfor programado programada',
  updatedDate:
    'updated updatedat updatedon dateupdated modified modifiedat modifieddate datemodified lastmod lastmodified lastmodifiedat lastupdated lastupdate postmodified postmodifiedgmt revised actualizado fechaactualizacion actualizacion update updateddate date published publisheddate fecha',
  expiryDate:
    'expires expiry expiration expirationdate expireson unpublishdate unpublishon publishend caduca caducidad expire expira vence vencimiento fechadecaducidad',
  title: 'headline name heading posttitle seotitle metatitle titulo titular encabezado cabeza nombre',
  name: 'title displayname fullname author label nombre titulo',
  description:
    'excerpt postexcerpt customexcerpt summary subtitle subheading subheadline standfirst deck dek lede teaser intro introduction abstract metadescription seodescription ogdescription descripcion resumen bajada entradilla sumario extracto subtitulo copete cuerpocorto subhead',
  biography: 'bio description about biografia descripcion',
  role: 'jobtitle job position occupation cargo puesto',
  authors:
    'author authorname authorslug authorid byline by writer writers creator contributor contributors primaryauthor coauthors autor autora autores autoras firma reporter reporters reportero reportera periodista redactor redactora redaccion escritor escribe',
  categories:
    'category categoryslug section sections primarycategory maincategory cat cats channel desk categoria categorias seccion secciones rubrica rubro canal',
  tags: 'tag posttag posttags keyword keywords topic topics label labels hashtag hashtags etiqueta etiquetas tema temas',
  picture:
    'image images img imageurl photo photos foto imagen cover coverimage coverphoto featuredimage featureimage featuredmedia featuredimageurl thumbnail thumb thumbnailurl hero heroimage banner bannerimage header headerimage ogimage socialimage sharingimage teaserimage leadimage mainimage topimage postimage avatar profileimage illustration imagendestacada imagenprincipal fotoprincipal foto1 alt imagealt alttext featureimagealt featuredimagealt caption imagecaption featureimagecaption credit imagecredit photocredit photographer pie piedefoto credito creditos fotografo fotografa',
  src: 'url path file filename image img href picture photo name foto imagen archivo',
  alt: 'alttext alternative alternativetext alternatetext imagealt description label descripcion',
  caption: 'title text legend figcaption subtitle description imagecaption pie piedefoto leyenda',
  credit:
    'credits author photographer copyright attribution by rights creditline photo source credito creditos fotografo fotografa autor',
  draft: 'status isdraft drafted hidden unlisted private visibility published publish ispublished borrador',
  featured:
    'sticky pinned ispinned isfeatured feature highlight highlighted lead toppick destacado destacada portada principal',
  genre: 'type articletype posttype format storytype genero tipo',
  slug: 'permalink url uri link path address postname route basename handle enlace',
  aliases: 'alias redirectfrom redirect redirects oldurl oldurls oldslug oldslugs previousurls formerurls',
  translationKey: 'translation translations translationid translationof translationref langref i18nkey traduccion',
  dateline: 'location city town place ubicacion ciudad lugar',
  places: 'location locations place geo map lugar lugares',
  sources: 'source reference references citation citations bibliography fuente fuentes',
  corrections:
    'correction errata erratum correccion correcciones fedeerrores fedeerratas fedeerrata aclaracion clarification clarifications',
  sponsor: 'sponsored sponsoredby sponsorname advertiser advertising patrocinador patrocinado patrocinio publicidad',
  withdrawn: 'retracted retraction removed retirado retirada retractado',
  reason: 'text description why note motivo razon',
  text: 'description body note message correction content texto descripcion',
  date: 'when day pubdate datetime fecha',
  kind: 'type tipo clase',
  website: 'url homepage web site link href sitio',
  email: 'mail emailaddress correo',
  url: 'link href website address src enlace',
  order: 'weight position menuorder sort sortorder rank priority orden',
  latitude: 'lat latitud',
  longitude: 'lng lon long longitud',
  state: 'region province estado',
  country: 'pais',
  en: 'english eng ingles',
  es: 'spanish spa espanol',
};

const MEANT = new Map<string, string[]>();
for (const [field, names] of Object.entries(FOREIGN_NAMES))
  for (const name of names.split(' ')) MEANT.set(name, [...(MEANT.get(name) ?? []), field]);

/**
 * The field that has another name elsewhere.
 * @param known the fields that exist here
 * @param value what is written there: a switch can only mean another switch
 */
export function fieldNamedElsewhere(name: string, known: readonly string[], value: unknown): string | undefined {
  const plain = withoutAccents(name)
    .replace(/[\s_.:-]/g, '')
    .toLowerCase();
  const sameName = known.find((field) => field.toLowerCase() === plain);
  const meant = sameName ? [sameName] : (MEANT.get(plain) ?? []).filter((field) => known.includes(field));
  return typeof value === 'boolean' ? (meant.find((field) => SWITCHES.has(field)) ?? meant[0]) : meant[0];
}

const SWITCHES: ReadonlySet<string> = new Set(['draft', 'featured', 'sponsor', 'withdrawn']);
