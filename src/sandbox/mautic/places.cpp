#include "sandbox/mautic/places.h"

#include <QLocale>
#include <QSet>
#include <QStringList>
#include <QTimeZone>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> names(const QString &lines)
{
    const QStringList list = lines.split(u'|');
    return {list.begin(), list.end()};
}

} // namespace

bool isCountry(const QString &name)
{
    static const QSet<QString> countries = names(
        u"Afghanistan|Åland Islands|Albania|Algeria|Andorra|Angola|Anguilla|Antarctica|Antigua and Barbuda|Argentina|"
        "Armenia|Aruba|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|"
        "Bermuda|Bhutan|Bolivia|Bonaire, Saint Eustatius and Saba|Bosnia and Herzegovina|Botswana|Brazil|"
        "British Virgin Islands|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Cayman "
        "Islands|"
        "Central African Republic|Chad|Chile|China|Colombia|Comoros|Cook Islands|Costa "
        "Rica|Croatia|Cuba|Curaçao|Cyprus|"
        "Czech Republic|Democratic Republic of the Congo|Denmark|Djibouti|Dominica|Dominican Republic|East "
        "Timor|Ecuador|"
        "Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Ethiopia|Falkland Islands|Faroe "
        "Islands|Fiji|Finland|France|"
        "French Guiana|French "
        "Polynesia|Gabon|Gambia|Georgia|Germany|Ghana|Gibraltar|Greece|Greenland|Grenada|Guadeloupe|"
        "Guam|Guatemala|Guernsey|Guinea|Guinea Bissau|Guyana|Haiti|Honduras|Hong "
        "Kong|Hungary|Iceland|India|Indonesia|Iran|"
        "Iraq|Ireland|Isle of Man|Israel|Italy|Ivory "
        "Coast|Jamaica|Japan|Jersey|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|"
        "Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macao|"
        "Macedonia|"
        "Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall "
        "Islands|Martinique|Mauritania|Mauritius|Mayotte|Mexico|"
        "Micronesia|Moldova|Monaco|Mongolia|Montenegro|Montserrat|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|"
        "Netherlands|New Caledonia|New Zealand|Nicaragua|Niger|Nigeria|Niue|North Korea|Northern Mariana "
        "Islands|Norway|"
        "Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto "
        "Rico|Qatar|"
        "Republic of the Congo|Reunion|Romania|Russia|Rwanda|Saint Kitts and Nevis|Saint Lucia|Saint Martin|"
        "Saint Vincent and the Grenadines|Samoa|San Marino|Sao Tome and Principe|Saudi "
        "Arabia|Senegal|Serbia|Seychelles|"
        "Sierra Leone|Singapore|Sint Maarten|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|"
        "South Sudan|Spain|Sri "
        "Lanka|Sudan|Suriname|Swaziland|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|"
        "Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|Turkmenistan|Turks and Caicos Islands|Tuvalu|U.S. Virgin "
        "Islands|"
        "Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|"
        "Vietnam|Western Sahara|Yemen|Zambia|Zimbabwe"_s);
    return countries.contains(name);
}

bool isRegion(const QString &name)
{
    static const QSet<QString> regions = names(
        u"Baden-Wuerttemberg|Bayern|Berlin|Brandenburg|Bremen|Hamburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|"
        "Nordrhein-Westfalen|Rheinland-Pfalz|Saarland|Sachsen|Sachsen-Anhalt|Schleswig-Holstein|Thueringen|"
        "Burgenland|Carinthia|Lower Austria|Upper Austria|Salzburg|Styria|Tyrol|Vorarlberg|Vienna|"
        "Aargau|Basel-Stadt|Bern|Geneva|Luzern|Ticino|Vaud|Zug|Zurich|"
        "Paris|Ile-de-France|Bretagne|Normandie|Occitanie|Provence-Alpes-Cote d'Azur|"
        "Greater London|Greater Manchester|Kent|Essex|West Midlands|Edinburgh|Glasgow City|Cardiff|Belfast|"
        "Lodz|Mazowieckie|Malopolskie|Pomorskie|Slaskie|Wielkopolskie|"
        "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|"
        "Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|"
        "Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|"
        "North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|"
        "Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|"
        "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Prince Edward Island|Quebec|"
        "Saskatchewan|New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia"_s);
    return regions.contains(name);
}

bool isTimezone(const QString &name)
{
    static const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    return name == "UTC"_L1 || zones.contains(name.toLatin1());
}

bool isLocale(const QString &name)
{
    return QLocale(name) != QLocale::c() && (QLocale(name).name() == name || !name.contains(u'_'));
}

} // namespace syncline::sandbox::mautic
