/**
 * Large cities of countries with several time zones. `shared` are names that large cities elsewhere have, too: without
 * their country they tell nothing.
 */
export const places: { country: string; zone: string; names: string; shared: string }[] = [
  {
    country: "US",
    zone: "America/New_York",
    names:
      "New York, New York City, NYC, Brooklyn, Manhattan, Queens, Philadelphia, Miami, Miami Beach, Boston, Atlanta, Washington, Washington DC, Pittsburgh, Baltimore, Tampa, Cleveland, Fort Lauderdale, Cincinnati, Charlotte, Jacksonville, Virginia Beach, Raleigh, Orlando, West Palm Beach, Buffalo, Jersey City, Newark, Ann Arbor, Akron",
    shared:
      "New Haven, Columbus, Providence, Norfolk, Bridgeport, Richmond, Saint Petersburg, Hartford, Albany, Rochester, Dayton, Stamford, Knoxville, Lowell, Syracuse, Toledo, Cambridge, Durham, Worcester, Savannah, Charleston, Burlington",
  },
  {
    country: "US",
    zone: "America/Chicago",
    names:
      "Chicago, Houston, Dallas, Minneapolis, San Antonio, Saint Louis, Fort Worth, Milwaukee, Kansas City, Austin, Nashville, Tulsa, Oklahoma City, Omaha, New Orleans, Saint Paul, Wichita, Des Moines, Baton Rouge",
    shared: "Memphis, Birmingham, Madison, Lincoln, Jackson, Little Rock",
  },
  {
    country: "US",
    zone: "America/Denver",
    names: "Denver, Albuquerque, El Paso, Salt Lake City, Colorado Springs, Santa Fe",
    shared: "Aurora, Boulder",
  },
  { country: "US", zone: "America/Boise", names: "Boise", shared: "" },
  { country: "US", zone: "America/Phoenix", names: "Phoenix, Tucson, Scottsdale", shared: "Mesa, Glendale" },
  {
    country: "US",
    zone: "America/Los_Angeles",
    names:
      "Los Angeles, Hollywood, San Francisco, San Diego, Seattle, Long Beach, Las Vegas, Sacramento, San Bernardino, Oakland, Fresno, Stockton, Tacoma, Bakersfield, Palo Alto, Santa Monica, Berkeley, Reno",
    shared: "San Jose, Portland, Irvine, Pasadena, Oceanside, Santa Barbara, Spokane, Salem",
  },
  { country: "US", zone: "America/Detroit", names: "Detroit, Grand Rapids", shared: "" },
  { country: "US", zone: "America/Indiana/Indianapolis", names: "Indianapolis", shared: "" },
  { country: "US", zone: "America/Kentucky/Louisville", names: "Louisville", shared: "" },
  { country: "US", zone: "America/Anchorage", names: "Anchorage", shared: "" },
  { country: "US", zone: "Pacific/Honolulu", names: "Honolulu", shared: "" },
  {
    country: "CA",
    zone: "America/Toronto",
    names: "Toronto, Montreal, Ottawa, Quebec, Mississauga, Oshawa, Kitchener, Gatineau",
    shared: "Hamilton, London, Windsor, Waterloo",
  },
  { country: "CA", zone: "America/Vancouver", names: "Surrey, Burnaby", shared: "Vancouver, Victoria" },
  { country: "CA", zone: "America/Edmonton", names: "Calgary, Edmonton", shared: "" },
  { country: "CA", zone: "America/Winnipeg", names: "Winnipeg", shared: "" },
  { country: "CA", zone: "America/Regina", names: "Saskatoon, Regina", shared: "" },
  { country: "CA", zone: "America/Halifax", names: "", shared: "Halifax" },
  { country: "CA", zone: "America/St_Johns", names: "", shared: "Saint Johns" },
  { country: "AU", zone: "Australia/Sydney", names: "Sydney, Canberra, Wollongong", shared: "Newcastle" },
  { country: "AU", zone: "Australia/Melbourne", names: "Geelong", shared: "Melbourne" },
  { country: "AU", zone: "Australia/Brisbane", names: "Brisbane, Gold Coast, Cairns, Townsville", shared: "" },
  { country: "AU", zone: "Australia/Adelaide", names: "Adelaide", shared: "" },
  { country: "AU", zone: "Australia/Perth", names: "", shared: "Perth" },
  { country: "AU", zone: "Australia/Hobart", names: "Hobart", shared: "" },
  { country: "AU", zone: "Australia/Darwin", names: "Darwin", shared: "" },
  {
    country: "BR",
    zone: "America/Sao_Paulo",
    names:
      "Sao Paulo, Rio de Janeiro, Belo Horizonte, Brasilia, Porto Alegre, Curitiba, Campinas, Goiania, Florianopolis, Niteroi",
    shared: "Santos, Vitoria",
  },
  { country: "BR", zone: "America/Bahia", names: "", shared: "Salvador" },
  { country: "BR", zone: "America/Belem", names: "Belem", shared: "" },
  { country: "BR", zone: "America/Fortaleza", names: "Fortaleza", shared: "Natal" },
  { country: "BR", zone: "America/Manaus", names: "Manaus", shared: "" },
  { country: "BR", zone: "America/Recife", names: "Recife", shared: "" },
  {
    country: "MX",
    zone: "America/Mexico_City",
    names:
      "Mexico City, Ciudad de Mexico, CDMX, Guadalajara, Puebla, Toluca, San Luis Potosi, Queretaro, Aguascalientes, Acapulco, Morelia",
    shared: "Leon",
  },
  { country: "MX", zone: "America/Monterrey", names: "Torreon, Saltillo", shared: "Monterrey" },
  { country: "MX", zone: "America/Tijuana", names: "Tijuana, Mexicali", shared: "" },
  { country: "MX", zone: "America/Cancun", names: "Cancun, Playa del Carmen, Tulum", shared: "" },
  { country: "MX", zone: "America/Merida", names: "", shared: "Merida" },
  { country: "MX", zone: "America/Hermosillo", names: "Hermosillo", shared: "" },
  {
    country: "RU",
    zone: "Europe/Moscow",
    names: "Moscow, Москва, Санкт-Петербург, Nizhny Novgorod, Kazan, Казань, Sochi",
    shared: "Saint Petersburg",
  },
  { country: "RU", zone: "Asia/Yekaterinburg", names: "Yekaterinburg, Екатеринбург, Chelyabinsk, Ufa", shared: "" },
  { country: "RU", zone: "Asia/Novosibirsk", names: "Novosibirsk, Новосибирск", shared: "" },
  { country: "RU", zone: "Europe/Samara", names: "Samara, Самара", shared: "" },
  { country: "RU", zone: "Europe/Kaliningrad", names: "Kaliningrad", shared: "" },
  { country: "ID", zone: "Asia/Jakarta", names: "Jakarta, Surabaya, Bandung, Medan, Yogyakarta", shared: "" },
  { country: "ID", zone: "Asia/Makassar", names: "Makassar, Denpasar, Bali", shared: "" },
  { country: "CD", zone: "Africa/Kinshasa", names: "Kinshasa", shared: "" },
  { country: "CD", zone: "Africa/Lubumbashi", names: "Lubumbashi", shared: "" },
  {
    country: "ES",
    zone: "Atlantic/Canary",
    names: "Las Palmas, Las Palmas de Gran Canaria, Santa Cruz de Tenerife",
    shared: "",
  },
  { country: "PT", zone: "Atlantic/Madeira", names: "Funchal", shared: "" },
  { country: "PT", zone: "Atlantic/Azores", names: "Ponta Delgada", shared: "" },
];
