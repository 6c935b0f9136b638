package fr.acse.search.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.List;
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

    /** The cases that are hers. The step that records them clears the variable, because others read the variables of the process. */
    static final Variable<List<CaseReference>> SAME_CASES = CONTRACT.references("sameCases");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
