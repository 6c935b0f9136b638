package fr.acse.transfer.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.transfer.process.JourneyProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.PlaceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ModelStep;
import fr.acse.transfer.JourneyService;
import fr.acse.transfer.NewsService;
import fr.acse.transfer.Return;
import fr.acse.transfer.Stretch;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code journey.bpmn}. */
@Configuration(proxyBeanMethods = false)
class JourneySteps {

    /** Sets the escort of the stretch that begins, and the times at which its news is expected and late. */
    @Bean
    @ModelStep(
            name = "Begin the stretch",
            does =
                    "Sets who escorts her, when news is expected, and when it is late. Only the escort of the last stretch may read the address.",
            reads = "newArrivalAt",
            writes = "newArrivalAt receptionAlarmAt escortLogin lastStretch stretch arrivalExpectedAt returnReport "
                    + "silenceReminderAt silenceAlarmAt escortReport shelterReport codeWord silenceOutcome "
                    + "journeyDecision lastDecision")
    JavaDelegate beginStretchDelegate(NewsService news, PlaceService places) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            Refusal.unless(
                    !"goesOn".equals(JOURNEY_DECISION.find(execution)) || !places.isGivenUp(reference),
                    "goesOnGivenUp");
            Instant later = NEW_ARRIVAL_AT.find(execution);
            if (later != null) {
                news.comeLater(reference, later);
                NEW_ARRIVAL_AT.set(execution, null);
            }
            Stretch stretch = news.begin(reference);
            ESCORT_LOGIN.set(execution, stretch.escort());
            LAST_STRETCH.set(execution, stretch.last());
            STRETCH.set(execution, stretch.last() ? "last" : stretch.number() == 1 ? "first" : "second");
            ARRIVAL_EXPECTED_AT.set(execution, stretch.expectedAt());
            SILENCE_REMINDER_AT.set(execution, stretch.reminderAt());
            SILENCE_ALARM_AT.set(execution, stretch.alarmAt());
            // The reports about an earlier stretch do not count for the stretch that begins.
            ESCORT_REPORT.set(execution, null);
            LAST_DECISION.set(execution, JOURNEY_DECISION.find(execution));
            JOURNEY_DECISION.set(execution, null);
            SHELTER_REPORT.set(execution, null);
            CODE_WORD.set(execution, null);
            SILENCE_OUTCOME.set(execution, null);
            RETURN_REPORT.set(execution, null);
            RECEPTION_ALARM_AT.set(execution, news.receptionAlarm(reference));
        };
    }

    /** Reminds the escort and the association, because nobody has reported the end of the stretch. */
    @Bean
    @ModelStep(name = "Remind of the news", does = "Tells the escort and the association.")
    JavaDelegate remindOfNewsDelegate(NewsService news) {
        return execution -> news.remind(caseOf(execution));
    }

    /** Raises the silence alarm, because no news came in time. */
    @Bean
    @ModelStep(name = "Raise the silence alarm", does = "Records the alarm on the journey.")
    JavaDelegate recordSilenceDelegate(NewsService news) {
        return execution -> news.raiseAlarm(caseOf(execution));
    }

    /** Records the news that the escort reported, or that the coordination entered for the escort. */
    @Bean
    @ModelStep(
            name = "Record the news",
            does =
                    "Records a change that is reached, a later arrival, or trouble. Refused if the new time is later than the longest journey allows (acse.transfer.longest).",
            reads = "silenceOutcome escortReport newArrivalAt",
            writes = "news nextEscortLogin newArrivalAt")
    JavaDelegate recordNewsDelegate(NewsService news) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            String heard = SILENCE_OUTCOME.find(execution);
            String report = ESCORT_REPORT.find(execution);
            String then = "trouble";
            if ("policeCalled".equals(heard)) {
                news.searchedByPolice(reference);
                then = "goesOn";
            } else if ("reached".equals(heard) || "later".equals(report)) {
                news.comeLater(reference, NEW_ARRIVAL_AT.find(execution));
                then = "goesOn";
            } else if ("arrived".equals(heard) || "arrived".equals(report)) {
                Optional<Login> next = news.reach(reference);
                NEXT_ESCORT_LOGIN.set(execution, next.orElse(null));
                then = next.isPresent() ? "relay" : "goesOn";
            }
            if (!"policeCalled".equals(heard)) {
                news.heard(reference);
            }
            NEW_ARRIVAL_AT.set(execution, null);
            NEWS.set(execution, then);
        };
    }

    /** Records what the escort said by telephone. Only the escort herself, or the coordination after an alarm, reports the arrival. */
    @Bean
    @ModelStep(
            name = "Record the call",
            does =
                    "Records that they are well, or a later arrival. Refused without a new time if the expected time is over, and with one later than the longest journey allows (acse.transfer.longest).",
            reads = "escortReport newArrivalAt",
            writes = "newArrivalAt")
    JavaDelegate recordCallDelegate(NewsService news) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            switch (ESCORT_REPORT.get(execution)) {
                case "later" -> news.comeLater(reference, NEW_ARRIVAL_AT.find(execution));
                case "well" -> news.requireInTime(reference);
                default -> {
                    // The coordination decides at once.
                }
            }
            news.heard(reference);
            NEW_ARRIVAL_AT.set(execution, null);
        };
    }

    /** Records that the next escort is with the woman. */
    @Bean
    @ModelStep(
            name = "Record who has her",
            does = "Makes the next escort the escort of the journey. The escort before can read nothing any more.")
    JavaDelegate recordTakeOverDelegate(NewsService news, CurrentPerson person) {
        return execution -> news.takeOver(caseOf(execution), person.login());
    }

    /** Checks whether the escort has reported the arrival while the shelter has not. */
    @Bean
    @ModelStep(
            name = "Look whether it is late",
            does = "Records the arrival as late if the escort has reported it, and the shelter has not.",
            writes = "receptionLate receptionAlarmAt")
    JavaDelegate checkReceptionDelegate(NewsService news) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            RECEPTION_LATE.set(execution, news.isAtShelter(reference));
            RECEPTION_ALARM_AT.set(execution, news.receptionAlarm(reference));
        };
    }

    /** Stores the outcome of the journey in the process. */
    @Bean
    @ModelStep(
            name = "Note how the way ended",
            does = "Records the outcome of this end event.",
            writes = "journeyOutcome")
    ExecutionListener noteJourneyListener() {
        return execution -> OUTCOME.set(execution, ModelProperty.outcomeOf(execution));
    }

    /** Starts the way back to the association, or moves its time. */
    @Bean
    @ModelStep(
            name = "Let them return",
            does =
                    "Tells the escorts and the shelter that they return. The escort can no longer read the address. Sets when they are expected back, and when the coordination must find out. Refused without a time within a day.",
            reads = "newReturnAt",
            writes = "newReturnAt returnExpectedAt returnAlarmAt escortLogin returnReport escortReport")
    JavaDelegate letReturnDelegate(NewsService news) {
        return execution -> {
            Return back = news.turnBack(caseOf(execution), NEW_RETURN_AT.find(execution));
            ESCORT_LOGIN.set(execution, back.escort());
            RETURN_EXPECTED_AT.set(execution, back.expectedAt());
            RETURN_ALARM_AT.set(execution, back.alarmAt());
            NEW_RETURN_AT.set(execution, null);
            RETURN_REPORT.set(execution, null);
            ESCORT_REPORT.set(execution, null);
        };
    }

    /** Records the arrival that the escort and the shelter have confirmed. */
    @Bean
    @ModelStep(
            name = "Record the arrival",
            does =
                    "Changes her places at the shelter from held to occupied. The escort can no longer read the address.")
    JavaDelegate recordArrivalDelegate(JourneyService journeys) {
        return execution -> journeys.arrive(caseOf(execution));
    }
}
