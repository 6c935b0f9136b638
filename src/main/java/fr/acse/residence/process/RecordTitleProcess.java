package fr.acse.residence.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Variables of the process model {@code record-title.bpmn}: a title with its printed days. */
@Component
class RecordTitleProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("record-title")
            .withChoices("datesAre")
            .with(PermitVariables.OF_TITLE)
            .with(PermitVariables.DECISION);

    /** Length of a title of this kind by the rule, an ISO period, or {@code none} if there is no rule. */
    static final Variable<String> LENGTH = CONTRACT.code("titleLength");

    /** The time window for the renewal: two ISO periods before the last day, separated by a hyphen. */
    static final Variable<String> WINDOW = CONTRACT.code("renewalWindow");

    static final Variable<LocalDate> EXPECTED_UNTIL = CONTRACT.day("expectedUntil");
    static final Variable<Boolean> DIFFERS = CONTRACT.flag("titleDiffers");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
