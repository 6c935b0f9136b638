package fr.acse.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.words.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReferenceTest {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @RepeatedTest(20)
    void everyWrongSignIsNoticed() {
        String reference = CaseReference.random("ACSE").value();
        for (int i = 5; i < reference.length(); i++) {
            for (char sign : SIGNS.toCharArray()) {
                if (reference.charAt(i) != '-' && reference.charAt(i) != sign) {
                    String wrong = reference.substring(0, i) + sign + reference.substring(i + 1);
                    assertThat(CaseReference.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @RepeatedTest(20)
    void exchangedNeighboursAreNoticed() {
        String reference = CaseReference.random("ACSE").value();
        String signs = reference.substring(5).replace("-", "");
        for (int i = 0; i + 1 < signs.length(); i++) {
            if (signs.charAt(i) != signs.charAt(i + 1)) {
                String wrong = signs.substring(0, i) + signs.charAt(i + 1) + signs.charAt(i) + signs.substring(i + 2);
                assertThat(CaseReference.parse("ACSE" + wrong)).as(wrong).isEmpty();
            }
        }
    }

    @Test
    void whatPeopleTypeIsRead() {
        String reference = CaseReference.random("ACSE").value();

        assertThat(CaseReference.parse(" " + reference.toLowerCase().replace("-", " ") + " "))
                .contains(new CaseReference(reference));
        assertThat(CaseReference.parse(reference.replace('0', 'O').replace('1', 'l')))
                .contains(new CaseReference(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACSE", "ACSE-0000-000U", "1234-0000-0000", "ACSE-0000-00000", "أمل-0000-0000"})
    void whatCannotBeAReferenceIsNone(String typed) {
        assertThat(CaseReference.parse(typed)).isEmpty();
    }

    @Test
    void referencesDoNotRepeat() {
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            references.add(CaseReference.random("ACSE").value());
        }
        assertThat(references).hasSize(10_000);
    }

    @Test
    void saysWhatItIsOfAndStandsInOrder() {
        CaseReference reference = new CaseReference("ACSE-0000-0000");

        assertThat(reference.hasPrefix("ACSE")).isTrue();
        assertThat(reference.hasPrefix("ACS")).isFalse();
        assertThat(reference).hasToString("ACSE-0000-0000").isLessThan(new CaseReference("PAYR-0000-0000"));
        assertThat(CaseReference.orNull("ACSE-0000-0000")).isEqualTo(reference);
        assertThat(CaseReference.orNull(null)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "acse-0000-0000", "ACSE00000000", "ACSE-0000-0001", "ACSE-0000-000O", "0CSE-0000-0000"})
    void isMadeOfNothingElseThanItsPlainForm(String text) {
        assertThatThrownBy(() -> new CaseReference(text)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void loginsAndShelterCodesAreNotEmpty(String text) {
        assertThatThrownBy(() -> new Login(text)).hasMessageContaining("Login: please fill this in");
        assertThatThrownBy(() -> new ShelterCode(text)).hasMessageContaining("Shelter: please fill this in");
    }
}
