#include "sandbox/people.h"

#include <QByteArray>

#include <array>
#include <initializer_list>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;

namespace {

/// A small generator (splitmix64) whose stream depends on the seed, the index and a purpose alone.
class Dice
{
public:
    Dice(std::uint32_t seed, int index, const QString &purpose)
        : m_state((std::uint64_t(seed) << 32) ^ std::uint32_t(index))
    {
        for (const QChar c : purpose)
            m_state = m_state * 1099511628211ULL + c.unicode();
    }

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int limit) { return int(next() % std::uint64_t(limit)); }
    bool oneIn(int chances) { return below(chances) == 0; }
    template<class T, std::size_t N>
    const T &pick(const std::array<T, N> &list)
    {
        return list[std::size_t(below(int(N)))];
    }

private:
    std::uint64_t m_state;
};

struct Place
{
    QLatin1StringView postalCode, countryCode;
    const char16_t *city, *region, *street;
    QLatin1StringView country;
};

const std::array<Place, 10> places{{
    {"80331"_L1, "+49 89"_L1, u"München", u"Bayern", u"Sendlinger Straße", "Germany"_L1},
    {"50667"_L1, "+49 221"_L1, u"Köln", u"Nordrhein-Westfalen", u"Hohe Straße", "Germany"_L1},
    {"10115"_L1, "+49 30"_L1, u"Berlin", u"Berlin", u"Invalidenstraße", "Germany"_L1},
    {"1010"_L1, "+43 1"_L1, u"Wien", u"Vienna", u"Kärntner Straße", "Austria"_L1},
    {"8001"_L1, "+41 44"_L1, u"Zürich", u"Zurich", u"Bahnhofstrasse", "Switzerland"_L1},
    {"75001"_L1, "+33 1"_L1, u"Paris", u"Paris", u"Rue de l'Échelle", "France"_L1},
    {"SW1A 1AA"_L1, "+44 20"_L1, u"London", u"Greater London", u"Baker Street", "United Kingdom"_L1},
    {"10001"_L1, "+1 212"_L1, u"New York", u"New York", u"W 31st St", "United States"_L1},
    {"94103"_L1, "+1 415"_L1, u"San Francisco", u"California", u"Market St", "United States"_L1},
    {"90-001"_L1, "+48 42"_L1, u"Łódź", u"Lodz", u"Piotrkowska", "Poland"_L1},
}};

const std::array<QString, 24> firstNames{u"Anna"_s,  u"Ben"_s,    u"Clara"_s, u"David"_s,   u"Élodie"_s,  u"Fatma"_s,
                                         u"Georg"_s, u"Hélène"_s, u"Iwan"_s,  u"Jürgen"_s,  u"Katrin"_s,  u"Łukasz"_s,
                                         u"Maria"_s, u"Noah"_s,   u"Olga"_s,  u"Pedro"_s,   u"Quinn"_s,   u"Renée"_s,
                                         u"Søren"_s, u"Tomáš"_s,  u"Uwe"_s,   u"Valérie"_s, u"William"_s, u"Zoë"_s};
const std::array<QString, 20> lastNames{u"Müller"_s,  u"O'Brien"_s, u"Schmidt"_s,  u"García"_s,      u"Nowak"_s,
                                        u"Smith"_s,   u"Weiß"_s,    u"Dupont"_s,   u"Van Dyke"_s,    u"Özdemir"_s,
                                        u"Novák"_s,   u"Johnson"_s, u"Kowalski"_s, u"Meyer-Lindt"_s, u"Brown"_s,
                                        u"Fischer"_s, u"Lefèvre"_s, u"Hansen"_s,   u"Rossi"_s,       u"Becker"_s};
const std::array<QString, 10> jobs{u"Sales Manager"_s, u"CEO"_s,         u"Head of R&D"_s,      u"Einkauf"_s,
                                   u"Engineer"_s,      u"CFO"_s,         u"Office \"Angel\""_s, u"Consultant"_s,
                                   u"CTO"_s,           u"Buyer <EMEA>"_s};
const std::array<QString, 12> companyWords{
    u"Müller & Söhne"_s,  u"Acme"_s,        u"O'Neill Logistics"_s, u"Nordwind"_s, u"Blue Sky"_s,  u"Café Zentral"_s,
    u"Quick \"Print\""_s, u"Delta Works"_s, u"Łódź Textil"_s,       u"R&D Labs"_s, u"Sonnenhof"_s, u"Pixel Forge"_s};
const std::array<QString, 5> companyForms{u"GmbH"_s, u"Ltd"_s, u"Inc."_s, u"S.A."_s, u"AG"_s};
// Values that both Mautic's and SuiteCRM's list of industries know.
const std::array<QString, 6> industries{u"Banking"_s,   u"Biotechnology"_s, u"Construction"_s,
                                        u"Education"_s, u"Manufacturing"_s, u"Transportation"_s};
const std::array<QString, 6> tagPool{u"customer"_s, u"newsletter"_s, u"Messe 2026"_s,
                                     u"VIP"_s,      u"partner"_s,    u"Händler"_s};
const std::array<QString, 5> remarks{
    u"Met at the fair \U0001F680, wants a call back."_s, u"Prefers \"e-mail\" & never phones before 10:00."_s,
    u"Imported note: Tom &amp; Jerry &lt;old system&gt;"_s, u"Asked for 5 < 10 pieces; it's urgent \U0001F600"_s,
    u"Line one\nLine two\twith a tab"_s};

constexpr std::int64_t poolStart = 1'700'000'000; // 14 November 2023

/// Letters that every mail server takes: a mail address of a person called Łukasz is still ASCII.
QString asciiWord(const QString &text)
{
    static const QString from = u"łøßŁØ"_s;
    static const QString to = u"losLO"_s;
    QString word;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        const qsizetype known = from.indexOf(c);
        const QChar plain = known < 0 ? c : to[known];
        if (plain.unicode() < 128 && plain.isLetterOrNumber())
            word += plain;
    }
    return word;
}

int organisationIndex(int personIndex)
{
    return personIndex / 5;
}

QString organisationName(std::uint32_t seed, int index)
{
    Dice dice(seed, index, u"organisation"_s);
    const QString word = dice.pick(companyWords);
    return u"%1 %2 %3"_s.arg(word, QString::number(index + 1), dice.pick(companyForms));
}

QString organisationDomain(std::uint32_t seed, int index)
{
    return asciiWord(organisationName(seed, index)).toLower() + u".example.com"_s;
}

QString phoneNumber(Dice &dice, const Place &place)
{
    return place.countryCode + u' ' + QString::number(1000000 + dice.below(8999999));
}

QString longNote(Dice &dice)
{
    QString text;
    while (text.size() < 5000)
        text += dice.pick(remarks).simplified() + u' ';
    text.truncate(5000);
    while (text.back().isSpace() || text.back().isHighSurrogate())
        text.chop(1);
    return text.leftJustified(5000, u'.');
}

QString birthDate(Dice &dice)
{
    return u"%1-%2-%3"_s.arg(1945 + dice.below(60))
        .arg(1 + dice.below(12), 2, 10, QChar(u'0'))
        .arg(1 + dice.below(28), 2, 10, QChar(u'0'));
}

void fillContactData(Person &person, Dice &dice, const Place &place)
{
    person.phone = phoneNumber(dice, place);
    person.mobile = dice.oneIn(3) ? QString() : phoneNumber(dice, place);
    person.jobTitle = dice.pick(jobs);
    person.street = QString::fromUtf16(place.street) + u' ' + QString::number(1 + dice.below(120));
    person.city = QString::fromUtf16(place.city);
    person.region = QString::fromUtf16(place.region);
    person.postalCode = place.postalCode;
    person.country = place.country;
    person.birthDate = dice.oneIn(2) ? QString() : birthDate(dice);
    person.optedOut = dice.oneIn(15);
    person.tags = dice.oneIn(2) ? QStringList() : QStringList{dice.pick(tagPool)};
    if (dice.oneIn(40))
        person.notes = longNote(dice);
    else if (dice.oneIn(3))
        person.notes = dice.pick(remarks);
}

/// What people do to records: leave out, shout, put a wrong case into an address.
void addFlaws(Person &person, int index, Dice &dice)
{
    if (index % 11 == 3)
        person.email = person.email.left(1).toUpper()
            + person.email.mid(1).replace(u".example.com"_s, u".Example.COM"_s);
    if (index % 53 == 7)
        person.email.clear();
    if (dice.oneIn(9))
        person.phone.clear();
    if (dice.oneIn(12))
        person.jobTitle.clear();
    if (dice.oneIn(14))
        person.street = person.city = person.region = person.postalCode = person.country = QString();
    if (dice.oneIn(10))
        person.company.clear();
    if (dice.oneIn(30))
        person.lastName = person.lastName.toUpper();
    if (dice.oneIn(25))
        person.firstName += u" \U0001F31F"_s;
}

/// The same person as another CRM knows him.
void disagree(Person &person, std::uint32_t seed, int index, const QString &variant)
{
    Dice dice(seed, index, u"variant/"_s + variant);
    if (dice.oneIn(12))
        person.jobTitle = dice.pick(jobs);
    if (dice.oneIn(15) && !person.phone.isEmpty())
        person.phone.remove(u' ');
    if (dice.oneIn(15))
        person.mobile.clear();
    if (dice.oneIn(25))
        person.firstName = person.firstName.left(1) + u'.';
    if (dice.oneIn(20))
        person.notes.clear();
    person.createdAt = poolStart + std::int64_t(index) * 60 + dice.below(60);
    person.modifiedAt = dice.oneIn(3) ? 0 : person.createdAt + 60 + dice.below(20'000'000);
}

} // namespace

Person person(std::uint32_t seed, int index, const QString &variant)
{
    // Now and then somebody was entered twice: the second record has the address of the first.
    const bool duplicate = index > 0 && index % 199 == 17;
    const int identity = duplicate ? index - 1 : index;
    Dice dice(seed, identity, u"person"_s);
    const Place &place = dice.pick(places);
    const int company = organisationIndex(identity);
    Person person;
    person.firstName = dice.pick(firstNames);
    person.lastName = dice.pick(lastNames);
    person.email = u"%1.%2%3@%4"_s
                       .arg(asciiWord(person.firstName), asciiWord(person.lastName), QString::number(identity + 1),
                            organisationDomain(seed, company))
                       .toLower();
    person.company = organisationName(seed, company);
    person.website = dice.oneIn(4) ? u"https://www."_s + organisationDomain(seed, company) + u"/"_s : QString();
    fillContactData(person, dice, place);
    addFlaws(person, index, dice);
    disagree(person, seed, index, variant);
    return person;
}

Organisation organisation(std::uint32_t seed, int index, const QString &variant)
{
    Dice dice(seed, index, u"organisation/data"_s);
    Dice other(seed, index, u"organisation/"_s + variant);
    const Place &place = dice.pick(places);
    Organisation made;
    made.name = organisationName(seed, index);
    made.website = u"https://www."_s + organisationDomain(seed, index) + u"/"_s;
    made.phone = dice.oneIn(8) ? QString() : phoneNumber(dice, place);
    made.email = dice.oneIn(6) ? QString() : u"info@"_s + organisationDomain(seed, index);
    made.industry = dice.pick(industries);
    made.street = QString::fromUtf16(place.street) + u' ' + QString::number(1 + dice.below(200));
    made.city = QString::fromUtf16(place.city);
    made.region = QString::fromUtf16(place.region);
    made.postalCode = place.postalCode;
    made.country = place.country;
    made.employees = 1 + dice.below(5000);
    made.annualRevenue = qint64(1 + dice.below(90000)) * 1000;
    if (other.oneIn(10))
        made.employees += 1 + other.below(50);
    if (other.oneIn(10) && !made.phone.isEmpty())
        made.phone.remove(u' ');
    made.createdAt = poolStart + std::int64_t(index) * 300 + other.below(60);
    return made;
}

} // namespace syncline::sandbox
