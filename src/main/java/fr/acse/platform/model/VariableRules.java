package fr.acse.platform.model;

import com.google.re2j.Pattern;
import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Refuses variables that are not declared, of other types, or with a text that is no code, whatever door they came through. */
@Component
@RequiredArgsConstructor
public class VariableRules {

    /** Codes and lists of codes, days, logins and ids; no words. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.,:@+-]{0,400}");

    private static final Set<String> TYPES = Set.of("string", "integer", "long", "double", "boolean", "date", "null");

    private final DeclaredVariables declared;

    /** @param text the value, if it is a text */
    public void check(String process, String variable, String type, String text) {
        declared.check(process, variable);
        if (!TYPES.contains(type) || text != null && !CODE.matches(text)) {
            throw new Refusal("notACode", variable);
        }
        if (variable.equals(CaseReference.VARIABLE)) {
            requireReference(text);
        }
    }

    /** A process acts for the case whose reference it has, so no model may invent a reference. */
    public void requireReference(String text) {
        Refusal.unless(
                text != null
                        && CaseReference.parse(text)
                                .filter(each -> each.value().equals(text))
                                .isPresent(),
                "caseReference");
    }
}
