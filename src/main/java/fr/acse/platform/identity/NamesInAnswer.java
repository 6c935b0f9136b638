package fr.acse.platform.identity;

import fr.acse.codes.Login;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Decides which people the answer to a request may name. Answers to supervisors name nobody of an association or a shelter (ADR 40), unless
 * an endpoint allows it.
 */
public final class NamesInAnswer {

    private static final String HIDDEN = NamesInAnswer.class.getName();

    private NamesInAnswer() {}

    /** @param hidden returns true for a login, a mail address or a group that must not be in the answer */
    public static void narrow(HttpServletRequest request, Predicate<String> hidden) {
        request.setAttribute(HIDDEN, hidden);
    }

    /**
     * Lets the answer to the current request name everybody. An endpoint may call this method in three cases: a second person has agreed,
     * the reading is recorded, or the named person is to get a right or a task.
     */
    public static void allow() {
        RequestContextHolder.currentRequestAttributes().removeAttribute(HIDDEN, RequestAttributes.SCOPE_REQUEST);
    }

    public static boolean isHidden(HttpServletRequest request, String text) {
        return isHidden(request.getAttribute(HIDDEN), text);
    }

    /** Whether the answer to the current request must not name a person. The result is false if there is no request. */
    static boolean isHidden(Login login) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                && isHidden(request.getAttribute(HIDDEN, RequestAttributes.SCOPE_REQUEST), login.value());
    }

    @SuppressWarnings("unchecked")
    private static boolean isHidden(Object hidden, String text) {
        return hidden != null && ((Predicate<String>) hidden).test(text);
    }
}
