package fr.acse.residence.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code permit-news.bpmn}: what becomes known at any time. */
@Component
class PermitNewsProcess implements ProcessContract {

    static final String ID = "permit-news";

    static final Variable<String> KIND = Variable.code("newsKind");
    static final Variable<String> ON = Variable.code("newsOn");
    static final Variable<String> SOURCE = Variable.code("newsSource");

    /** First day, as it was recorded, of the title that was recorded wrongly. */
    static final Variable<String> CORRECTS_FROM = Variable.code("correctsFrom");

    /** Whether somebody looks at other routes of the track already. */
    static final Variable<Boolean> IS_REVIEWED = Variable.flag("routesAreReviewed");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                PermitVariables.ofTitle(),
                KIND,
                ON,
                SOURCE,
                CORRECTS_FROM,
                IS_REVIEWED,
                PermitVariables.NEXT_ROUTE,
                PermitRequestProcess.DOMICILE,
                PermitRequestProcess.CERTIFICATE_UNTIL,
                ResidencePermitProcess.FOLLOWED_BY,
                ResidencePermitProcess.ORGANISATION_CODE);
    }
}
