package fr.acse.residence.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Variables of the process model {@code permit-news.bpmn}: news about a permit at any time. */
@Component
class PermitNewsProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("permit-news")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION, Groups.SHELTERS)
            .with(PermitVariables.OF_TITLE)
            .with(
                    PermitVariables.NEXT_ROUTE,
                    PermitRequestProcess.DOMICILE,
                    PermitRequestProcess.CERTIFICATE_UNTIL,
                    ResidencePermitProcess.FOLLOWED_BY,
                    ResidencePermitProcess.ORGANISATION_CODE);

    static final Variable<String> KIND = CONTRACT.code("newsKind");
    static final Variable<LocalDate> ON = CONTRACT.day("newsOn");
    static final Variable<String> SOURCE = CONTRACT.code("newsSource");

    /** First day of the wrongly recorded title, as it was recorded. */
    static final Variable<LocalDate> CORRECTS_FROM = CONTRACT.day("correctsFrom");

    /** True if a task to examine other routes of the track is open already. */
    static final Variable<Boolean> IS_REVIEWED = CONTRACT.flag("routesAreReviewed");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
