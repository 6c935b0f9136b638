package fr.acse.transfer.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.transfer.process.TransferProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.placement.PlaceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Variable;
import fr.acse.transfer.EscortService;
import fr.acse.transfer.JourneyPlan;
import fr.acse.transfer.JourneyPlan.Change;
import fr.acse.transfer.JourneyPlanning;
import fr.acse.transfer.JourneyService;
import fr.acse.transfer.NewsService;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code transfer.bpmn}. */
@Configuration(proxyBeanMethods = false)
class TransferSteps {

    /** Stores the time until which a journey can be planned for the agreed day of arrival. */
    @Bean
    @ModelStep(
            name = "Note the agreed day",
            does = "Sets the moment at which the agreed day of arrival is over.",
            writes = "agreedDayEndsAt")
    ExecutionListener noteAgreedDayListener(JourneyPlanning planning) {
        return execution -> AGREED_DAY_ENDS_AT.set(execution, planning.agreedDayEnd(caseOf(execution)));
    }

    /** Ends the journey with the outcome of the end event. */
    @Bean
    @ModelStep(
            name = "End the journey",
            does = "Ends the journey with the outcome of this end event.",
            writes = "transferOutcome")
    ExecutionListener endJourneyListener(JourneyService journeys) {
        return execution -> {
            String outcome = ModelProperty.outcomeOf(execution);
            journeys.end(caseOf(execution), outcome);
            TRANSFER_OUTCOME.set(execution, outcome);
        };
    }

    /** Plans the journey with its escort. The step is refused if no escort is named. */
    @Bean
    @ModelStep(
            name = "Appoint the escort",
            does =
                    "Plans the journey. Refused without a full commitment, an agreed arrival, a named escort, and the agreement of her legal guardian, unless the danger comes from there. The escort of the last stretch can read the address from 24 hours before the departure until the arrival is confirmed, at most until two hours after the planned arrival.",
            by = Relation.OPERATOR,
            reads = "escortIs escortColleague escortSubstitute guardian guardianAgreedOn shelterCode departureAt "
                    + "arrivalExpectedAt stretches change1At change2At escortAfter1 escortAfter2 "
                    + "escortElsewhere1 escortElsewhere2",
            writes = "escortLogin escortConfirmed confirmEscortUntil departure departureAt departureReminderAt "
                    + "departureAlarmAt")
    JavaDelegate appointEscortDelegate(
            JourneyPlanning planning, JourneyService journeys, EscortService escorts, CurrentPerson person) {
        return execution -> {
            Login escort = "me".equals(ESCORT_IS.get(execution)) ? person.login() : ESCORT_COLLEAGUE.find(execution);
            CaseReference reference = caseOf(execution);
            if ("mayKnow".equals(GUARDIAN.find(execution))) {
                planning.checkGuardian(GUARDIAN_AGREED_ON.find(execution));
            }
            JourneyPlan plan = new JourneyPlan(
                    escort,
                    ESCORT_SUBSTITUTE.find(execution),
                    DEPARTURE_AT.get(execution),
                    ARRIVAL_EXPECTED_AT.get(execution),
                    changes(execution));
            boolean confirmed = planning.plan(reference, SHELTER_CODE.get(execution), plan, person.login());
            // The reports about the previous, failed journey do not count for the new journey.
            DEPARTURE.set(execution, null);
            ESCORT_LOGIN.set(execution, escort);
            ESCORT_CONFIRMED.set(execution, confirmed);
            CONFIRM_ESCORT_UNTIL.set(execution, escorts.confirmEscortUntil(reference));
            DepartureClock.set(execution, journeys, reference);
        };
    }

    /** Records whether a second person confirms an escort who named herself. */
    @Bean
    @ModelStep(
            name = "Record the confirmation",
            does =
                    "Records the confirmation. Refused if the escort confirms herself. Without a confirmation, the journey is planned with somebody else.",
            reads = "escortConfirmation",
            writes = "escortConfirmed")
    JavaDelegate confirmEscortDelegate(EscortService escorts, CurrentPerson person) {
        return execution -> {
            boolean confirmed = "confirmed".equals(ESCORT_CONFIRMATION.get(execution));
            if (confirmed) {
                escorts.confirmEscort(caseOf(execution), person.login());
            }
            ESCORT_CONFIRMED.set(execution, confirmed);
        };
    }

    /** Moves the departure to the new, later time, and moves the timers of the departure by as much. */
    @Bean
    @ModelStep(
            name = "Note the new time",
            does = "Sets the clocks to the new time of departure.",
            reads = "newDepartureAt",
            writes = "newDepartureAt departure departureAt departureReminderAt departureAlarmAt")
    JavaDelegate postponeDepartureDelegate(JourneyService journeys) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            journeys.postpone(reference, NEW_DEPARTURE_AT.find(execution));
            NEW_DEPARTURE_AT.set(execution, null);
            DEPARTURE.set(execution, null);
            DepartureClock.set(execution, journeys, reference);
        };
    }

    /** Records the departure. From now on, news of the journey is expected. */
    @Bean
    @ModelStep(
            name = "Record the departure",
            does = "Expects news by the planned arrival from now on.",
            reads = "newArrivalAt",
            writes = "newArrivalAt silenceAlarmAt escortReport shelterReport")
    JavaDelegate recordDepartureDelegate(JourneyService journeys, NewsService news, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            Instant later = NEW_ARRIVAL_AT.find(execution);
            if (later != null) {
                news.delay(reference, later);
                NEW_ARRIVAL_AT.set(execution, null);
            }
            // The reports about an earlier journey do not count for the journey that begins.
            ESCORT_REPORT.set(execution, null);
            SHELTER_REPORT.set(execution, null);
            SILENCE_ALARM_AT.set(execution, journeys.depart(reference, person.login()));
        };
    }

    /** Records the search for a woman who did not come. */
    @Bean
    @ModelStep(
            name = "Record what was tried for a no-show",
            does =
                    "Records what was tried. Her place is kept as long as the setting acse.transfer.no-show says. After that, giving it up can be proposed.",
            reads = "safetyAlert",
            writes = "noShowOver addressGivenUp")
    JavaDelegate recordNoShowDelegate(NewsService news, PlaceService places) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if ("raised".equals(SAFETY_ALERT.find(execution))) {
                news.safetyAlert(reference);
            }
            NO_SHOW_OVER.set(execution, news.isNoShowOver(reference));
            // The address of the shelter may have been given up during the search.
            ADDRESS_GIVEN_UP.set(execution, places.isGivenUp(reference));
        };
    }

    /** The coordination allows the new escort to read the address, or names somebody else. */
    @Bean
    @ModelStep(
            name = "Record the word",
            does =
                    "Allows the new escort to read the address. If the coordination names somebody else, that person is the escort.",
            reads = "replacement escortColleague")
    JavaDelegate recordReplacementDelegate(EscortService escorts, EscortTasks tasks, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            boolean other = "another".equals(REPLACEMENT.get(execution));
            Login named = other ? ESCORT_COLLEAGUE.find(execution) : null;
            Refusal.unless(!other || named != null, "newEscort");
            tasks.handOver(reference, escorts.giveWord(reference, named, person.login()), true);
        };
    }

    /** The changes on the way: one fewer than the number of stretches. */
    private static List<Change> changes(DelegateExecution execution) {
        String stretches = STRETCHES.find(execution);
        List<Change> changes = new ArrayList<>();
        if ("two".equals(stretches) || "three".equals(stretches)) {
            changes.add(change(CHANGE_1_AT, ESCORT_AFTER_1, ESCORT_ELSEWHERE_1, execution));
        }
        if ("three".equals(stretches)) {
            changes.add(change(CHANGE_2_AT, ESCORT_AFTER_2, ESCORT_ELSEWHERE_2, execution));
        }
        return changes;
    }

    private static Change change(
            Variable<Instant> at, Variable<Login> colleague, Variable<Login> elsewhere, DelegateExecution execution) {
        Login relay = colleague.find(execution);
        Login other = elsewhere.find(execution);
        Refusal.unless(relay == null || other == null, "twoEscorts");
        return new Change(at.find(execution), relay == null ? other : relay);
    }
}
