package fr.acse.residence.process;

import static fr.acse.residence.process.PermitVariables.*;
import static fr.acse.residence.process.RecordTitleProcess.*;

import fr.acse.platform.model.ModelStep;
import fr.acse.residence.Printed;
import fr.acse.words.Refusal;
import java.time.Period;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code record-title.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RecordTitleSteps {

    /** Compares the last day of a title with the last day that the rule expects. */
    @Bean
    @ModelStep(
            name = "Compare with the rule",
            does =
                    "Compares the printed last day with the rule: calendar months in Europe/Paris from the printed first day. The printed day counts. A second look is needed if they differ.",
            reads = "titleKind titleFrom titleUntil mayWork titleLength decision",
            writes = "expectedUntil titleDiffers")
    JavaDelegate compareTitleDelegate() {
        return execution -> {
            Printed printed = PrintedTitle.of(execution);
            String decision = DECISION.find(execution);
            Refusal.unless(!"granted".equals(decision) || printed.isTitle(), "grantedKind");
            Refusal.unless(!"prolonged".equals(decision) || !printed.isTitle(), "prolongedKind");
            String length = LENGTH.get(execution);
            boolean isRuled = !length.equals("none");
            EXPECTED_UNTIL.set(execution, isRuled ? printed.expectedUntil(Period.parse(length)) : null);
            DIFFERS.set(execution, isRuled && !printed.isAsExpected(Period.parse(length)));
        };
    }

    /** Clears the variables of a recorded title, so that the form for the next title is empty. */
    @Bean
    @ModelStep(
            name = "Settle the title",
            does = "Empties the fields for the next title.",
            writes = "titleKind titleFrom titleUntil mayWork correctsTitle correctedTitle")
    JavaDelegate titleIsSettledDelegate() {
        return execution -> {
            TITLE_KIND.set(execution, null);
            TITLE_FROM.set(execution, null);
            TITLE_UNTIL.set(execution, null);
            MAY_WORK.set(execution, null);
            CORRECTS.set(execution, false);
            CORRECTED.set(execution, null);
        };
    }
}
