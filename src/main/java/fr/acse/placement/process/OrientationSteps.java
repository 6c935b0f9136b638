package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.alarm.process.TaskAlarms;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.codes.ShelterCode;
import fr.acse.deadline.DeadlineService;
import fr.acse.placement.Constraint;
import fr.acse.placement.DeclineReason;
import fr.acse.placement.HeldPlace;
import fr.acse.placement.HoldService;
import fr.acse.placement.Offer;
import fr.acse.placement.OfferAnswers;
import fr.acse.placement.OfferEnds;
import fr.acse.placement.OfferService;
import fr.acse.placement.OrientationRequest.Answer;
import fr.acse.placement.RequestAnswers;
import fr.acse.placement.RequestService;
import fr.acse.placement.SearchService;
import fr.acse.placement.WaitingList;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code orientation.bpmn}. */
@Configuration(proxyBeanMethods = false)
class OrientationSteps {

    /** Opens the request. The answer to the request is due when the running 48-hour timer fires. */
    @Bean
    @ModelStep(
            name = "Open the request",
            does =
                    "Records when the request was submitted, and when its answer is due: when the running 48-hour timer fires. Refused if the needs in words contain a name of the woman or a telephone number.",
            reads = "urgency",
            writes = "lateReason answerDueAt answerStanding")
    JavaDelegate openRequestDelegate(RequestService requests, DeadlineService deadlines, NeedsInWords needs) {
        return execution -> {
            needs.check(caseOf(execution));
            Instant dueAt = deadlines.dueAt(execution.getProcessInstanceId(), CLOCK);
            requests.openRequest(caseOf(execution), "urgent".equals(URGENCY.find(execution)), dueAt);
            LATE_REASON.set(execution, null);
            ANSWER_STANDING.set(execution, "inTime");
            ANSWER_DUE_AT.set(execution, dueAt);
        };
    }

    /** Counts the shelters that fit while no place is held, and checks whether the shelter with the freed place fits. */
    @Bean
    @ModelStep(
            name = "Find shelters",
            does =
                    "Leaves out the shelters in a department to avoid or next to one, and those that cannot take the whole household. Ranks the others by distance, criteria, last answers and places taken.",
            reads = "freedShelter freedPlaceFits",
            writes = "placeHeld candidateCount freedPlaceFits freedShelter")
    JavaDelegate findSheltersDelegate(OfferService offers) {
        return execution -> {
            List<ShelterCode> fitting = offers.findShelters(caseOf(execution)).shelters();
            PLACE_HELD.set(execution, false);
            CANDIDATE_COUNT.set(execution, fitting.size());
            ShelterCode freed = FREED_SHELTER.find(execution);
            FREED_PLACE_FITS.set(execution, freed != null && fitting.contains(freed));
            FREED_SHELTER.set(execution, FREED_PLACE_FITS.get(execution) ? freed : null);
        };
    }

    /** Sets the shelter and the times of one offer as local variables. */
    @Bean
    @ModelStep(
            name = "Send the offer",
            does = "Addresses the offer to its shelter.",
            writes = "offerId offerExpiresAt offerWarningAt shelterCode shelterGroup offerAnswer declineReason "
                    + "saidAt")
    JavaDelegate sendOfferDelegate(OfferService offers) {
        return execution -> {
            int position = (Integer) execution.getVariable("loopCounter");
            Offer offer = offers.offerAt(caseOf(execution), position);
            OFFER_ID.setLocal(execution, offer.id().toString());
            OFFER_EXPIRES_AT.setLocal(execution, offer.expiresAt());
            OFFER_WARNING_AT.setLocal(execution, offer.warningAt());
            SHELTER_CODE.setLocal(execution, offer.shelter());
            SHELTER_GROUP.setLocal(execution, People.ORGANISATION + offer.shelter());
            OFFER_ANSWER.setLocal(execution, null);
            DECLINE_REASON.setLocal(execution, null);
            SAID_AT.setLocal(execution, null);
        };
    }

    /** Records the answer of a shelter. An acceptance holds the places in the same transaction. A decline has a coded reason. */
    @Bean
    @ModelStep(
            name = "Record the answer",
            does =
                    "An acceptance holds the places in the same transaction; the database never allows more holds than places. If it comes too late, or there are too few places, the shelter is told.",
            reads = "offerId offerAnswer declineReason saidAt shelterCode",
            writes = "placeHeld")
    JavaDelegate recordOfferAnswerDelegate(OfferAnswers offers, CurrentPerson person) {
        return execution -> {
            UUID offer = UUID.fromString(OFFER_ID.get(execution));
            CaseReference reference = caseOf(execution);
            Instant saidAt = SAID_AT.find(execution);
            switch (OFFER_ANSWER.get(execution)) {
                case "accepted" -> {
                    if (offers.accept(offer, reference, saidAt, person.login())) {
                        PLACE_HELD.set(execution, true);
                    } else if (saidAt != null) {
                        // Nobody on the telephone must believe that a place is held when the acceptance failed.
                        throw new Refusal("telephoneNoPlace", SHELTER_CODE.get(execution));
                    }
                }
                case "withdrawn" -> offers.withdraw(offer, reference, person.login());
                default -> {
                    String reason = DECLINE_REASON.find(execution);
                    offers.decline(
                            offer, reference, reason == null ? null : DeclineReason.of(reason), saidAt, person.login());
                }
            }
        };
    }

    /** Raises an alarm, because an offer expires soon and its shelter has not answered. */
    @Bean
    @ModelStep(
            name = "Warn the shelter",
            does =
                    "Raises an alarm for an offer that nobody has answered. If nobody takes the alarm, the coordination is told.",
            reads = "offerId")
    JavaDelegate warnShelterDelegate(OfferTasks offers, TaskAlarms alarms) {
        return execution -> offers.of(OFFER_ID.get(execution), caseOf(execution))
                .filter(task -> task.getAssignee() == null)
                .ifPresent(task -> alarms.raiseByTimer("orientation", task));
    }

    /** Ends an offer that the shelter did not answer in time. */
    @Bean
    @ModelStep(name = "Expire the offer", does = "Ends the offer without a place.", reads = "offerId")
    JavaDelegate expireOfferDelegate(OfferEnds offers) {
        return execution -> offers.expire(UUID.fromString(OFFER_ID.get(execution)), caseOf(execution));
    }

    /** Withdraws the open offers, and sets the shelter and the end of the hold if a place is held. */
    @Bean
    @ModelStep(
            name = "Close the other offers",
            does = "Withdraws the offers that are still open, and thanks their shelters by mail.",
            writes = "shelterCode shelterGroup holdExpiresAt holdWarningAt")
    JavaDelegate closeOffersDelegate(OfferEnds offers) {
        return execution -> {
            HeldPlace held = offers.closeOffers(caseOf(execution)).orElse(null);
            HoldVariables.set(execution, held);
        };
    }

    /** Ends the hold, because the arrival was not agreed in time. Another shelter must then be found. */
    @Bean
    @ModelStep(
            name = "Expire the hold",
            does =
                    "Ends the hold, because nobody has agreed on the arrival. Tells everybody concerned. The search starts again.")
    JavaDelegate expireHoldDelegate(HoldService holds, ReferralService referrals) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            holds.expireHold(reference);
            referrals.reopenSearch(reference);
        };
    }

    /** Ends the hold, because the shelter withdrew its acceptance before the answer. The 48-hour timer continues. */
    @Bean
    @ModelStep(
            name = "Withdraw the acceptance",
            does = "Ends the hold and tells everybody concerned. The search goes on within the same 48 hours.")
    JavaDelegate withdrawAcceptanceDelegate(HoldService holds) {
        return execution -> holds.withdrawAcceptance(caseOf(execution));
    }

    /** Records the answer to the request exactly once and ends the 48-hour deadline. */
    @Bean
    @ModelStep(
            name = "Record the answer",
            does = "Records the answer once, with its time. It ends the 48-hour deadline.",
            by = {Relation.COORDINATION, Relation.ANSWERING},
            reads = "placeHeld withoutShelterDecision refusalMotive emergencyDepartment lateReason",
            writes = "answerOutcome shelterCode shelterGroup holdExpiresAt holdWarningAt")
    JavaDelegate recordAnswerDelegate(
            RequestService requests,
            RequestAnswers answers,
            HoldService holds,
            DeadlineService deadlines,
            LateRequests late,
            TextsBeforeDeparture texts,
            CurrentPerson person) {
        return execution -> {
            boolean proposed = Boolean.TRUE.equals(PLACE_HELD.find(execution));
            String decision = proposed ? "placeProposed" : WITHOUT_SHELTER.get(execution);
            CaseReference reference = caseOf(execution);
            if ("refuse".equals(decision)) {
                requests.refuseBecause(reference, REFUSAL_MOTIVE.find(execution));
            }
            if ("emergencyHousing".equals(decision)) {
                requests.handOverTo(reference, EMERGENCY_DEPARTMENT.find(execution));
            }
            answers.answer(reference, ANSWERS.get(decision), LATE_REASON.find(execution), person.login());
            if (proposed) {
                texts.checkAnswer(reference);
                HoldVariables.set(execution, holds.renewHold(reference));
            }
            deadlines.answered(execution.getProcessInstanceId(), CLOCK);
            late.answered(reference);
            ANSWER_OUTCOME.set(execution, decision);
        };
    }

    /** Gives up the held place. The search for a shelter continues. */
    @Bean
    @ModelStep(name = "Release the hold", does = "Frees the held place for somebody else.")
    JavaDelegate releaseHoldDelegate(HoldService holds) {
        return execution -> holds.releaseHold(caseOf(execution));
    }

    @Bean
    @ModelStep(
            name = "Widen the search",
            does = "Records which constraint is relaxed, and by whom.",
            by = {Relation.COORDINATION, Relation.ANSWERING},
            reads = "relaxedConstraint")
    JavaDelegate widenSearchDelegate(RequestService requests, CurrentPerson person) {
        return execution -> {
            String constraint = RELAXED_CONSTRAINT.find(execution);
            if (constraint == null) {
                throw new Refusal("relaxedConstraint");
            }
            requests.relax(caseOf(execution), CONSTRAINTS.get(constraint), person.login());
        };
    }

    /** Raises the priority of the open tasks by 20 and records the reminder. The task of an earlier reminder ends. */
    @Bean
    @ModelStep(
            name = "Remind the coordination",
            does = "Raises the priority of the open tasks, records the reminder and tells the coordination.")
    JavaDelegate remindCoordinationDelegate(RequestService requests, CaseProcesses processes) {
        return execution -> {
            requests.remind(caseOf(execution));
            processes.tell(execution.getProcessInstanceId(), REQUEST_REMINDED);
            prioritise(execution, task -> true, before -> before + RAISE);
        };
    }

    private static void prioritise(DelegateExecution execution, Predicate<Task> which, IntUnaryOperator change) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list().stream()
                .filter(which)
                .forEach(task -> tasks.setPriority(task.getId(), change.applyAsInt(task.getPriority())));
    }

    /** Marks the request as late. The answer to a late request must give a reason for the delay. */
    @Bean
    @ModelStep(
            name = "Record the late request",
            does = "Marks the request as late, raises its alarm, and tells the supervisors and the coordination.",
            writes = "answerStanding")
    JavaDelegate recordLateRequestDelegate(RequestService requests, LateRequests late, CaseProcesses processes) {
        return execution -> {
            requests.markLate(caseOf(execution));
            late.raise(caseOf(execution));
            ANSWER_STANDING.set(execution, LateRequests.LATE);
            processes.tell(execution.getProcessInstanceId(), REQUEST_REMINDED);
            prioritise(
                    execution,
                    task -> LateRequests.ANSWERING.contains(task.getTaskDefinitionKey()),
                    before -> Math.max(before, LateRequests.PRIORITY));
        };
    }

    /** Counts the shelters that fit a waiting case. The count is 0 while the woman cannot come. */
    @Bean
    @ModelStep(
            name = "Search again",
            does = "Counts the shelters that fit a waiting case. The count is 0 while she cannot come.",
            writes = "candidateCount")
    JavaDelegate searchDailyDelegate(SearchService searches, WaitingList waitingList) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            CANDIDATE_COUNT.set(
                    execution,
                    waitingList.isParked(reference)
                            ? 0
                            : searches.search(reference).shelters().size());
        };
    }

    private static final Map<String, Answer> ANSWERS = Map.of(
            "placeProposed", Answer.PLACE_PROPOSED,
            "waitingList", Answer.WAITING_LIST,
            "emergencyHousing", Answer.EMERGENCY_HOUSING,
            "refuse", Answer.REFUSED);

    private static final Map<String, Constraint> CONSTRAINTS = Map.of(
            "language", Constraint.LANGUAGE,
            "accessibility", Constraint.ACCESSIBILITY,
            "pregnancy", Constraint.PREGNANCY,
            "childAge", Constraint.CHILD_AGE,
            "askedBefore", Constraint.ASKED_BEFORE);

    private static final int RAISE = 20;
}
