// Passwords that are tried first: our own short list of well-known ones, words of this work and their like.
// Compared without case and without final digits or punctuation (BreachedList). An administrator can add a longer one.
#pragma once
#include <string_view>

namespace hearken::auth {

inline constexpr std::string_view kCommonPasswords =
    "password\npassw0rd\np@ssword\np@ssw0rd\nqwerty\nqwertyuiop\nqwerty123\nasdfghjkl\nzxcvbnm\n"
    "abcdefgh\nabcdefghijkl\nabcdefghijklm\nletmein\nwelcome\nwelcomehome\niloveyou\niloveyouforever\nmonkey\n"
    "dragon\nfootball\nliverpool\narsenal\nchelsea\nmanchester\nmanutd\nmancity\ntottenham\n"
    "everton\nrangers\nceltic\nbaseball\nbasketball\nsuperman\nbatman\nspiderman\nsunshine\n"
    "princess\ncharlie\nshadow\nmichael\njordan\nmaster\nkiller\ntrustno\nstarwars\n"
    "whatever\nfreedom\ncomputer\ninternet\ncheese\nchocolate\nbutterfly\nsummer\nwinter\n"
    "spring\nautumn\njanuary\nfebruary\nmarch\napril\njune\njuly\naugust\n"
    "september\noctober\nnovember\ndecember\nmonday\ntuesday\nwednesday\nthursday\nfriday\n"
    "saturday\nsunday\nengland\nlondon\nscotland\nireland\nbritain\nbirmingham\nteacher\n"
    "school\nclassroom\nheadteacher\nprimary\nsecondary\nacademy\nsafeguarding\nsafeguard\nchildprotection\n"
    "childrenssocialcare\nsocialcare\nsocialwork\nsocialworker\ncouncil\ncounty\npolice\nhospital\nnursing\n"
    "doctor\nnhs\nhearken\nadministrator\nadmin\nchangeme\nchangeit\ndefault\ntemporary\n"
    "temp\nguest\ntest\ntesting\ntesttest\nsecret\nsecretsecret\nmypassword\nourpassword\n"
    "newpassword\noldpassword\nthepassword\nyourpassword\npasswordagain\npasswordone\npasswordisstrong\nthisismypassword\nthisisapassword\n"
    "correcthorsebatterystaple\ncorrecthorse\nletmeinplease\nopenthedoor\nopensesame\nwelcomeback\nhelloworld\nhellohello\nhello\n"
    "goodmorning\nhappybirthday\nmerrychristmas\nchristmas\neaster\nfamily\nmother\nfather\ndaughter\n"
    "children\ncharlotte\nolivia\njessica\nthomas\nwilliam\nharry\ngeorge\noliver\n"
    "ashley\nnicole\nhannah\ndaniel\njennifer\nsamantha\nrobert\nmatthew\nandrew\n"
    "joshua\nanthony\nsoccer\nhockey\nginger\npepper\ncookie\nbanana\norange\n"
    "purple\nflower\nlovely\nbeautiful\nforever\nangel\nangels\nbabygirl\nbabyboy\n"
    "sweetheart\ndarling\nblessed\njesus\njesuschrist\ngoogle\nfacebook\ninstagram\nmicrosoft\n"
    "windows\nsamsung\napple\niphone\nandroid\namazon\nnetflix\nyoutube\npokemon\n"
    "minecraft\nfortnite\nmustang\nferrari\nmercedes\ncorvette\nharley\nyamaha\naccess\n"
    "access14\nlogin\nlogmein\nsignin\nenter\nentrance\nletmeinnow\nasdfasdf\nqazwsx\n"
    "qazwsxedc\nqwertyasdfgh\nqwertyuiopasdfgh\nonetwothree\nonetwothreefour\nabc\nabcabc\nabcd\naaaaaa\n"
    "zaq12wsx\nq1w2e3r4t5y6\nq1w2e3r4\n1q2w3e4r5t6y\n1qaz2wsx3edc\n1qaz2wsx\niloveme\nlovelove\nlovelovelove\n"
    "loveyou\nmylove\nbiscuit\nrainbow\nunicorn\nhogwarts\nharrypotter\njamesbond\ngandalf\n"
    "matrix\npokemonpikachu\ntigger\nsnoopy\ngarfield\nmickeymouse\nscoobydoo\nbarbie\nbarney\n"
    "lastminute\nholiday\nholidays\nbrighton\nblackpool\nnewcastle\nsunderland\nwolves\nleeds\n"
    "villa\ncrystalpalace\nwestham\n";

}  // namespace hearken::auth
