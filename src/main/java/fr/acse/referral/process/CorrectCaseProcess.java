package fr.acse.referral.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code correct-case.bpmn}. */
@Component
class CorrectCaseProcess implements ProcessContract {

    static final String NEEDS_CHANGED = "acse.needsChanged";

    static final String NEEDS_IN_WORDS = "sealed_functionalNeeds";

    static final Variable<Integer> CHILDREN = Variable.number("childrenCount");
    static final Variable<Integer> BABIES = Variable.number("babyCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = Variable.number("oldestChildAge");
    static final Variable<String> PREGNANCY = Variable.code("pregnancy");
    static final Variable<String> ACCESSIBILITY = Variable.code("accessibility");
    static final Variable<String> LANGUAGE = Variable.code("languageCode");

    /** What she needs, in codes. */
    static final List<Variable<?>> NEEDS =
            List.of(CHILDREN, BABIES, OLDEST_CHILD_AGE, PREGNANCY, ACCESSIBILITY, LANGUAGE);

    @Override
    public String processId() {
        return "correct-case";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("correctionReason"),
                CHILDREN,
                BABIES,
                OLDEST_CHILD_AGE,
                PREGNANCY,
                ACCESSIBILITY,
                LANGUAGE,
                ReferralProcess.GUARDIAN);
    }
}
