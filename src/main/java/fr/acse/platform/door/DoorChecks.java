package fr.acse.platform.door;

import com.google.re2j.Pattern;
import fr.acse.codes.Login;
import fr.acse.platform.login.Entrance;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.WebUtils;

/** Checks a request before the request is served. The checks of the sender run first, then the checks of the content. */
@RequiredArgsConstructor
class DoorChecks {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
    private static final String LOGIN = "/camunda/api/admin/auth/user/{engine}/login/{app}";
    private static final Pattern API = Pattern.compile("/(engine-rest|camunda/api|acse|api|actuator)(/.*)?");

    private interface Check {

        /** The reason for the refusal, or null if the request passes the check. */
        Refused refused(DoorRequest knock) throws IOException;
    }

    private final Entrance entrance;
    private final Predicate<Login> needsSecondFactor;
    private final Pace pace;

    private final List<Check> ofTheSender = List.of(
            this::somebodyIsLoggedIn,
            DoorChecks::aDoorIsListed,
            this::theSecondFactorWasShown,
            this::theDoorIsOpenToHer);

    private final List<Check> ofTheRequest = List.of(
            DoorChecks::itComesFromHere,
            DoorChecks::itsKindIsKnown,
            DoorChecks::itHoldsNoExpression,
            DoorChecks::itAsksForNoHolder,
            DoorChecks::itsListIsShort,
            DoorChecks::itNamesNoValues,
            DoorChecks::itsParametersAreText,
            DoorChecks::itsPasswordIsInNoAddress,
            DoorChecks::itsBodyIsAllowed,
            DoorChecks::itActsForHerself,
            this::itComesNotTooOften);

    /** The reason why the sender may not send the request, or null. These checks do not read the body of the request. */
    Refused refusedSender(DoorRequest knock) throws IOException {
        return first(ofTheSender, knock);
    }

    /** The reason why the content of the request is refused, or null. */
    Refused refusedRequest(DoorRequest knock) throws IOException {
        return first(ofTheRequest, knock);
    }

    /** The refusal of the first check that fails, or null if all checks pass. */
    private static Refused first(List<Check> inOrder, DoorRequest knock) throws IOException {
        for (Check check : inOrder) {
            Refused refused = check.refused(knock);
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private Refused somebodyIsLoggedIn(DoorRequest knock) {
        boolean needed = knock.door() == null
                ? API.matches(knock.path().text())
                : !knock.door().isForAnybody();
        return knock.person() == null && needed ? Refused.LOGIN : null;
    }

    private static Refused aDoorIsListed(DoorRequest knock) {
        return knock.door() == null ? new Refused(HttpStatus.NOT_FOUND, "notThere") : null;
    }

    private Refused theSecondFactorWasShown(DoorRequest knock) {
        boolean lacks = knock.person() != null
                && !knock.door().isForHalfway()
                && needsSecondFactor.test(knock.person())
                && !entrance.hasShownSecondFactor(knock.request(), knock.person());
        return lacks ? Refused.SECOND_FACTOR : null;
    }

    private Refused theDoorIsOpenToHer(DoorRequest knock) {
        boolean closed = knock.person() != null
                && (!knock.door().isOpenTo(knock.groups())
                        || entrance.isForDeployingOnly(knock.request())
                                && !knock.door().isForTheModeler());
        return closed ? new Refused(HttpStatus.FORBIDDEN, "door") : null;
    }

    private Refused itComesNotTooOften(DoorRequest knock) {
        return pace.refused(knock);
    }

    /** Refuses a change that another website makes a browser send, because the browser would add the login of its user. */
    private static Refused itComesFromHere(DoorRequest knock) {
        String site = knock.request().getHeader("Sec-Fetch-Site");
        boolean elsewhere = !READING.contains(knock.request().getMethod()) && site != null && !FROM_HERE.contains(site);
        return elsewhere ? new Refused(HttpStatus.FORBIDDEN, "elsewhere") : null;
    }

    private static Refused itsKindIsKnown(DoorRequest knock) {
        return JsonBody.isOfUnknownKind(knock.request()) ? Refused.badRequest("contentType") : null;
    }

    private static Refused itHoldsNoExpression(DoorRequest knock) {
        return knock.parameters().stream().anyMatch(JsonBody::isExpression) ? Refused.badRequest("expression") : null;
    }

    private static Refused itAsksForNoHolder(DoorRequest knock) {
        boolean asks = knock.parameters().stream().anyMatch(JsonBody::isHolderCriterion)
                || JsonBody.SORTS_BY_HOLDER.contains(
                        String.valueOf(knock.request().getParameter("sortBy")));
        return asks ? Refused.badRequest("holderCriterion") : null;
    }

    private static Refused itsListIsShort(DoorRequest knock) {
        String limit = knock.request().getParameter(LimitedList.NAME);
        return limit != null && !LimitedList.ALLOWED.matches(limit) ? Refused.badRequest("maxResults") : null;
    }

    private static Refused itNamesNoValues(DoorRequest knock) {
        boolean names = !knock.mayNameValues() && knock.parameters().stream().anyMatch(JsonBody::isValueCriterion);
        return names ? Refused.badRequest("valueCriterion") : null;
    }

    private static Refused itsParametersAreText(DoorRequest knock) {
        boolean zero = knock.request().getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf(0) >= 0);
        return zero ? Refused.badRequest("notUnderstood") : null;
    }

    /** Refuses a login request with a query string, because logs and browser histories store web addresses. */
    private static Refused itsPasswordIsInNoAddress(DoorRequest knock) {
        boolean isLogin = knock.door().path().getPatternString().equals(LOGIN);
        LimitedList sent = WebUtils.getNativeRequest(knock.request(), LimitedList.class);
        return isLogin && sent != null && sent.hasQuery() ? Refused.badRequest("notUnderstood") : null;
    }

    private static Refused itsBodyIsAllowed(DoorRequest knock) throws IOException {
        String refusal = knock.body() == null ? null : knock.body().refusal(knock.mayNameValues());
        if (JsonBody.TOO_LARGE.equals(refusal)) {
            return new Refused(HttpStatus.PAYLOAD_TOO_LARGE, refusal);
        }
        return refusal == null ? null : Refused.badRequest(refusal);
    }

    /**
     * Refuses a change of another person's profile or password. A claim must contain a login. A change of a group must name the group of
     * its path. The engine does not compare the body of a request with its path.
     */
    private static Refused itActsForHerself(DoorRequest knock) throws IOException {
        if (knock.body() == null) {
            return null;
        }
        Login person = knock.person();
        boolean herself =
                switch (knock.door().path().getPatternString()) {
                    case "/task/{id}/claim" -> knock.body().text("userId") != null;
                    case "/group/{id}" ->
                        knock.path().text().endsWith("/group/" + knock.body().text("id"));
                    case "/user/{id}/credentials" ->
                        knock.request().getRequestURI().endsWith("/user/" + person + "/credentials");
                    case "/user/{id}/profile" ->
                        knock.door().isReading()
                                || person.value().equals(knock.body().text("id"))
                                        && knock.request().getRequestURI().endsWith("/user/" + person + "/profile");
                    default -> true;
                };
        return herself ? null : Refused.badRequest("otherPerson");
    }
}
