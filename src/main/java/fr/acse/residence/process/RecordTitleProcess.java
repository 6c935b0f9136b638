package fr.acse.residence.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Model {@code record-title.bpmn}: a title with the days that are printed on it. */
@Component
class RecordTitleProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("record-title")
            .withChoices("datesAre")
            .with(PermitVariables.OF_TITLE)
            .with(PermitVariables.DECISION);

    /** How long the rule lets a title of this kind last, an ISO period, or {@code none} if there is no rule. */
    static final Variable<String> LENGTH = CONTRACT.code("titleLength");

    /** When its renewal may be asked for: two ISO periods before its end, with a hyphen between. */
    static final Variable<String> WINDOW = CONTRACT.code("renewalWindow");

    static final Variable<LocalDate> EXPECTED_UNTIL = CONTRACT.day("expectedUntil");
    static final Variable<Boolean> DIFFERS = CONTRACT.flag("titleDiffers");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
