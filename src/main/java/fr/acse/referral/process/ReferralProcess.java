package fr.acse.referral.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import fr.acse.referral.Outcome;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code referral.bpmn}. */
@Component
class ReferralProcess implements ProcessContract {

    /** Which outcome each end event stands for. */
    static final Map<String, Outcome> OUTCOMES = Map.of(
            "end_notEligible", Outcome.NOT_ELIGIBLE,
            "end_childProtection", Outcome.CHILD_PROTECTION,
            "end_commitmentNotGiven", Outcome.COMMITMENT_NOT_GIVEN,
            "end_noShelter", Outcome.NO_SHELTER,
            "end_placeRefused", Outcome.PLACE_REFUSED,
            "end_noShow", Outcome.NO_SHOW,
            "end_withdrawn", Outcome.WITHDRAWN,
            "end_excluded", Outcome.EXCLUDED,
            "end_careCompleted", Outcome.COMPLETED);

    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<String> AGE = Variable.code("ageAssessment");
    static final Variable<String> DANGER_DEPARTMENT = Variable.code("dangerDepartment");
    static final Variable<String> AVOID_DEPARTMENTS = Variable.code("avoidDepartments");
    static final Variable<Integer> CHILDREN = Variable.number("childrenCount");
    static final Variable<Integer> BABIES = Variable.number("babyCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = Variable.number("oldestChildAge");
    static final Variable<String> PREGNANCY = Variable.code("pregnancy");
    static final Variable<String> ACCESSIBILITY = Variable.code("accessibility");
    static final Variable<String> LANGUAGE = Variable.code("languageCode");
    static final Variable<Boolean> COMMITMENT_FULL = Variable.flag("commitmentFull");
    static final Variable<Date> HOLD_EXPIRES_AT = Variable.moment("holdExpiresAt");
    static final Variable<Date> HOLD_WARNING_AT = Variable.moment("holdWarningAt");
    static final Variable<Boolean> HAS_PLACE = Variable.flag("hasPlace");
    static final Variable<String> AGREEMENT = Variable.code("agreement");
    static final Variable<String> ARRIVAL_DATE = Variable.code("arrivalDate");
    static final Variable<String> INTERVIEW_DATE = Variable.code("interviewDate");
    static final Variable<String> STAY = Variable.code("stay");
    static final Variable<String> BROKEN_CLAUSE = Variable.code("brokenClause");
    static final Variable<String> NEW_DANGER_DEPARTMENT = Variable.code("newDangerDepartment");

    @Override
    public String processId() {
        return "referral";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "eligibility",
                        "procuring",
                        "act",
                        "means",
                        "purpose",
                        "dangerLevel",
                        "distanceNeeded",
                        "clauseDistance",
                        "clauseSilence",
                        "clauseContacts",
                        "freelyGiven",
                        "commitmentLanguage",
                        "interpreter",
                        "urgency",
                        "answerOutcome",
                        "shelterCode",
                        "shelterGroup",
                        "placeDecision",
                        "noPlaceDecision",
                        "emergencyDepartment",
                        "refusalMotive",
                        "arrivalProcedure",
                        "transferOutcome",
                        "permitNeed",
                        "dangerResponse",
                        "authorityNotified",
                        "addressDecision"),
                OPERATOR_GROUP,
                AGE,
                DANGER_DEPARTMENT,
                AVOID_DEPARTMENTS,
                CHILDREN,
                BABIES,
                OLDEST_CHILD_AGE,
                PREGNANCY,
                ACCESSIBILITY,
                LANGUAGE,
                COMMITMENT_FULL,
                HOLD_EXPIRES_AT,
                HOLD_WARNING_AT,
                HAS_PLACE,
                AGREEMENT,
                ARRIVAL_DATE,
                INTERVIEW_DATE,
                STAY,
                BROKEN_CLAUSE,
                NEW_DANGER_DEPARTMENT);
    }
}
