package fr.acse.platform.model;

import com.google.re2j.Pattern;
import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Refuses a variable that the process does not declare, that has another type, or whose text is not a code. */
@Component
@RequiredArgsConstructor
public class VariableRules {

    /** Pattern of codes, lists of codes, days, logins and ids, without spaces. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.,:@+-]{0,400}");

    private static final Set<String> TYPES = Set.of("string", "integer", "long", "double", "boolean", "date", "null");

    private final DeclaredVariables declared;

    /** @param text the value, or null if the value is not a text */
    public void check(String process, String variable, String type, String text) {
        declared.check(process, variable);
        if (!TYPES.contains(type) || text != null && !CODE.matches(text)) {
            throw new Refusal("notACode", variable);
        }
        if (variable.equals(CaseReference.VARIABLE)) {
            requireReference(text);
        }
    }

    /** Requires a valid reference. A process acts for the case whose reference it holds, so no model may invent a reference. */
    public void requireReference(String text) {
        Refusal.unless(
                text != null
                        && CaseReference.parse(text)
                                .filter(each -> each.value().equals(text))
                                .isPresent(),
                "caseReference");
    }
}
