package fr.acse.referral.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Declares the variables of the model {@code correct-case.bpmn}. */
@Component
class CorrectCaseProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("correct-case")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION)
            .withChoices("correctionReason")
            .with(ReferralProcess.GUARDIAN);

    static final String NEEDS_CHANGED = "acse.needsChanged";

    static final String NEEDS_IN_WORDS = "sealed_functionalNeeds";

    static final Variable<Integer> CHILDREN = CONTRACT.number("childrenCount");
    static final Variable<Integer> BABIES = CONTRACT.number("babyCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = CONTRACT.number("oldestChildAge");
    static final Variable<Boolean> PREGNANCY = CONTRACT.yesNo("pregnancy");
    static final Variable<Boolean> ACCESSIBILITY = CONTRACT.yesNo("accessibility");
    static final Variable<String> LANGUAGE = CONTRACT.code("languageCode");

    /** The variables that hold the needs of the woman as codes. */
    static final List<Variable<?>> NEEDS =
            List.of(CHILDREN, BABIES, OLDEST_CHILD_AGE, PREGNANCY, ACCESSIBILITY, LANGUAGE);

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
