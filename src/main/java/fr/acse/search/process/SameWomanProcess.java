package fr.acse.search.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Declares the messages and variables of the model {@code same-woman.bpmn}. */
@Component
class SameWomanProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("same-woman").withMessages("acse.caseEnded");

    static final String ID = "same-woman";
    static final String QUESTION = "task_compareCases";
    static final String RECORDED = CONTRACT.message("acse.womanRecorded");
    static final String NOTHING_LEFT = CONTRACT.message("acse.nothingToCompare");

    /** True if the coordination must compare the case with others. */
    static final Variable<Boolean> TO_COMPARE = CONTRACT.flag("casesToCompare");

    /** The coordination's answer: another woman, the same, or unsure. */
    static final Variable<String> SAME_WOMAN = CONTRACT.code("sameWoman");

    /** References of the cases that are hers, separated by commas. */
    static final Variable<String> SAME_CASES = CONTRACT.code("sameCases");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
