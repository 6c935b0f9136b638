package fr.acse.placement.process;

import com.google.re2j.Pattern;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.words.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds in a text what its readers must not learn. It compares whole words; case, accents and punctuation make no difference. */
@Component
record TellingWords(CaseFileService files) {

    private static final String NAME = "sealed_shelterName";
    private static final String ADDRESS = "sealed_shelterAddress";
    private static final List<String> PHONES = List.of("sealed_shelterPhone", "sealed_shelterDutyPhone");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d{1,4}(bis|ter|[a-d])?|bis|ter");
    /** Nine digits or more, with what stands between the digits of a telephone number. */
    private static final Pattern PHONE = Pattern.compile("\\d(?:[ .()/-]{0,3}\\d){8}");

    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");

    /** Words of a station or stop. A name of these words alone is no secret. */
    private static final Set<String> OF_STATIONS =
            Set.of("la", "le", "les", "gare", "halte", "station", "arret", "place");

    /** Digits at the end of a telephone number that are the same with and without the code of the country. */
    private static final int OF_A_NUMBER = 9;

    /** Whether a text contains a name of the woman of a case, or a telephone number. */
    boolean saysWhoSheIs(String text, CaseReference reference) {
        String said = joined(words(text));
        boolean named = files.readForRule(reference, List.of("sealed_firstName", "sealed_lastName")).values().stream()
                .map(TellingWords::words)
                .anyMatch(name -> !name.isEmpty() && said.contains(joined(name)));
        return named || PHONE.matcher(text).find();
    }

    /** Whether a text contains these words one after the other. */
    boolean says(String text, String secret) {
        return joined(words(text)).contains(joined(words(secret)));
    }

    /**
     * Whether a text contains the name, a street or a telephone number of a shelter. The town is not looked for, because a station has the
     * name of its town.
     *
     * @param file sealed file of the shelter
     */
    boolean saysWhereItIs(String text, CaseReference file) {
        Map<String, String> secrets = files.readForRule(file, List.of(NAME, ADDRESS, PHONES.get(0), PHONES.get(1)));
        String said = joined(words(text));
        String digits = String.join("", Found.in(text, DIGITS));
        boolean named = Stream.concat(
                        Stream.of(words(secrets.getOrDefault(NAME, ""))).filter(name -> !OF_STATIONS.containsAll(name)),
                        streets(secrets.getOrDefault(ADDRESS, "")))
                .anyMatch(secret -> !secret.isEmpty() && said.contains(joined(secret)));
        return named
                || PHONES.stream()
                        .map(phone -> String.join("", Found.in(secrets.getOrDefault(phone, ""), DIGITS)))
                        .filter(phone -> phone.length() >= OF_A_NUMBER)
                        .anyMatch(phone -> digits.contains(phone.substring(phone.length() - OF_A_NUMBER)));
    }

    /** The words of each line of an address, without the number of the house, the postcode and what follows the postcode. */
    private static Stream<List<String>> streets(String address) {
        return address.lines().map(TellingWords::street).filter(street -> street.size() > 1);
    }

    private static List<String> street(String line) {
        List<String> street = new ArrayList<>();
        for (String word : words(line)) {
            if (POSTCODE.matches(word)) {
                return street;
            }
            if (!street.isEmpty() || !HOUSE_NUMBER.matches(word)) {
                street.add(word);
            }
        }
        return street;
    }

    private static List<String> words(String text) {
        return Found.in(CaseFileService.folded(text), WORD);
    }

    private static String joined(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }
}
