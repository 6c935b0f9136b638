package fr.acse.codes;

import com.google.re2j.Pattern;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Set;

/** Checks texts for the characters that SEPA banks accept (EPC217-08), and accounts for the countries of the SEPA area (EPC409-09). */
public final class SepaText {

    /** Maximum length of a payee's name, in characters. */
    public static final int NAME = 70;

    /** Maximum length of the text of a payment, in characters. */
    public static final int REMITTANCE = 140;

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final Pattern NOT_TAKEN = Pattern.compile("[^A-Za-z0-9/\\-?:().,'+ ]");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[/ ]+|[/ ]+$");

    private static final Set<Character.UnicodeScript> WRITTEN_WITH_VOWELS = Set.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.COMMON);

    private static final Set<String> COUNTRIES = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    private SepaText() {}

    /** Converts a text to the characters that banks accept, and cuts it to the maximum length. The result can be empty. */
    public static String of(String text, int longest) {
        String latin = NOT_TAKEN.matcher(TO_LATIN.transliterate(text)).replaceAll(" ");
        String single = SPACES.matcher(SLASHES.matcher(latin).replaceAll("/")).replaceAll(" ");
        String taken = AT_THE_ENDS.matcher(single).replaceAll("");
        return taken.length() <= longest ? taken : taken.substring(0, longest).strip();
    }

    /**
     * Whether an account holder's name has only one spelling in Latin letters. Banks compare the name with the account. A name in a script
     * without vowels has several spellings.
     */
    public static boolean isHolder(String name) {
        return !of(name, NAME).isEmpty()
                && name.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(Character.UnicodeScript::of)
                        .allMatch(WRITTEN_WITH_VOWELS::contains);
    }

    /** @param iban account number, with or without spaces */
    public static boolean isOfItsCountries(String iban) {
        String sign = iban.replace(" ", "").toUpperCase(Locale.ROOT);
        return sign.length() > 2 && COUNTRIES.contains(sign.substring(0, 2));
    }
}
