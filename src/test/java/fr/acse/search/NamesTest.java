package fr.acse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import fr.acse.words.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which writings of a name are the same name, and what a search reads from a typed text. */
class NamesTest {

    private static final Path PAIRS = Path.of("src", "test", "resources", "search", "names.txt");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @Test
    void eachPairOfTheTableMeetsOrDoesNot() throws IOException {
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        for (String line : Files.readAllLines(PAIRS)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            pairs++;
            String[] row = Pattern.compile("\\s{2,}").split(line, 3);
            List<Spelling> one = Spelling.words(row[1]);
            List<Spelling> other = Spelling.words(row[2]);
            boolean meet = isFound(one, other) || isFound(other, one);
            if (meet != row[0].equals("meet")) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(pairs).isGreaterThanOrEqualTo(200);
    }

    /** As a search finds it: the hashes find a candidate, and then the words are compared. */
    private static boolean isFound(List<Spelling> asked, List<Spelling> name) {
        boolean traced =
                Names.sought(asked).stream().allMatch(each -> each.stream().anyMatch(Names.traces(name)::contains));
        return traced && Names.meet(asked, name);
    }

    @Test
    void oneTypingErrorInALongNameIsFoundByTheHashesToo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String name : List.of("Fatoumata", "Oluwaseun", "Precious", "Gabriela", "Svetlana", "Coulibaly")) {
            for (int round = 0; round < 200; round++) {
                String wrong = withError(name, random);
                if (Names.meet(Spelling.words(wrong), Spelling.words(name))) {
                    assertThat(isFound(Spelling.words(wrong), Spelling.words(name)))
                            .as("%s for %s, seed %d", wrong, name, seed)
                            .isTrue();
                }
            }
        }
    }

    private static String withError(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06 12 34 56 78 | 612345678",
                "0612345678 | 612345678",
                "06.12.34.56.78 / 07 11 22 33 44 | 612345678,711223344",
                "06 12 34 56 78 18h-20h | 612345678",
                "+33 6 12 34 56 78 | 612345678",
                "+33 (0)6 12 34 56 78 | 612345678",
                "0033612345678 | 612345678",
                "+234 803 123 4567 | 031234567",
                "through Marie, evenings | ''",
                "75011 Paris, room 12 | ''"
            })
    void telephoneNumbersAreFoundInAText(String text, String numbers) {
        assertThat(Identity.telephones(text))
                .containsExactlyElementsOf(Arrays.stream(numbers.split(","))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    @Test
    void aSearchReadsNamesABirthDateAndATelephoneNumber() {
        assertThat(Wanted.of("Amina Diallo 15/04/1996", TODAY).born()).isEqualTo(LocalDate.of(1996, 4, 15));
        assertThat(Wanted.of("1996-04-15 Diallo", TODAY).words())
                .extracting(Spelling::written)
                .containsExactly("diallo");
        assertThat(Wanted.of("06 12 34 56 78", TODAY).telephones()).containsExactly("612345678");
        assertThat(Wanted.of("%Am*ina_ (Diallo)\u200f", TODAY).words())
                .extracting(Spelling::written)
                .containsExactly("am", "ina", "diallo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15/04/1996 | Please add her name",
                "Amina 31/02/1996 | does not exist",
                "Amina 15/04/2096 | does not exist",
                "Amina 12 | neither a birth date nor a telephone number",
                "* | at least 2 letters",
                "%_% | at least 2 letters",
                "A | at least 2 letters",
                "'' | at least 2 letters"
            })
    void whatNobodyCanBeFoundByIsRefusedWithTheRule(String typed, String rule) {
        assertThatThrownBy(() -> Wanted.of(typed, TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(rule);
    }

    @Test
    void aTextWithoutAnEndIsRefusedBeforeItIsReadAndANameWithoutAnEndIsCut() {
        assertThatThrownBy(() -> Wanted.of("a".repeat(10_000), TODAY)).hasMessageContaining("at most 100 signs");
        assertThatThrownBy(() -> Wanted.of("ab cd ef gh ij kl mn op qr", TODAY))
                .hasMessageContaining("at most 8 words");
        assertThat(Names.traces(Spelling.words("ab ".repeat(10_000)))).hasSizeLessThan(200);
        assertThat(Names.traces(Spelling.words("王".repeat(10_000)))).hasSizeLessThan(2_000);
    }

    @Test
    void aNameThatWasMadeToBeComparedForEverIsCompared() {
        List<Spelling> one = Spelling.words("Karim Kareem Qarim Karym Carim Karrim Qareem Kaarim Kharim zofka");
        List<Spelling> other = Spelling.words("Karim Kareem Qarim Karym Carim Karrim Qareem Kaarim Kharim Qaarim");
        List<Spelling> twice = Stream.of(one, one).flatMap(List::stream).toList();
        assertThat(Names.meet(
                        twice, Stream.of(other, other).flatMap(List::stream).toList()))
                .isFalse();
        assertThat(Names.meet(twice, twice)).isTrue();
    }

    @Test
    void soundsOfSeveralWordsDoNotMultiply() {
        List<Spelling> words = Spelling.words("š š š š š š š š š š š š");
        List<Spelling> names = Stream.of(words, words).flatMap(List::stream).toList();
        assertThat(Names.traces(names)).hasSizeLessThan(50);
        assertThat(Names.sought(names)).allMatch(each -> each.size() < 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"𒀀𒀁", "ꯃꯤꯇꯩ", "ᏣᎳᎩ", "😀"})
    void lettersWithoutATransliterationAreNoError(String name) {
        List<Spelling> words = Spelling.words(name);
        assertThat(words.isEmpty() || Names.meet(words, words)).isTrue();
    }
}
