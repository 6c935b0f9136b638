package fr.acse.referral.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.referral.process.AssessProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.AssessmentService;
import fr.acse.referral.CommitmentAnswer;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stores the woman's answer to the clauses. The commitment is full only if she accepts every clause freely. */
@Component
@ModelStep(
        name = "Check the commitment",
        does =
                "Records whether she accepts every clause freely. Only then is the commitment full. If she thinks it over, she is asked again on the day that she names.",
        reads = "commitmentAnswer thinkUntil clauseDistance clauseSilence clauseContacts freelyGiven "
                + "commitmentText commitmentLanguage commitmentManner commitmentDate interpreter noticeOn "
                + "noticeLanguage",
        writes = "commitmentFull commitmentDueAt")
record CheckCommitmentDelegate(AssessmentService assessments, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        if ("thinks".equals(ANSWER.find(execution))) {
            LocalDate until = THINK_UNTIL.get(execution);
            COMMITMENT_DUE_AT.set(execution, assessments.thinks(reference, until));
            ReferralProcess.COMMITMENT_FULL.set(execution, false);
            return;
        }
        ReferralProcess.COMMITMENT_FULL.set(
                execution, assessments.recordCommitment(reference, answer(execution), person.login()));
        COMMITMENT_DUE_AT.set(execution, assessments.commitmentDue());
    }

    private CommitmentAnswer answer(DelegateExecution execution) {
        boolean everyClause = Stream.of("clauseDistance", "clauseSilence", "clauseContacts")
                .allMatch(clause -> "accepted".equals(execution.getVariable(clause)));
        return new CommitmentAnswer(
                DATE.get(execution),
                TEXT.find(execution),
                LANGUAGE.get(execution),
                MANNER.find(execution),
                INTERPRETER.get(execution),
                NOTICE_ON.find(execution),
                NOTICE_LANGUAGE.find(execution),
                everyClause,
                "yes".equals(execution.getVariable("freelyGiven")));
    }
}
