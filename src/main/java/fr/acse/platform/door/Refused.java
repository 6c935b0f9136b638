package fr.acse.platform.door;

import fr.acse.platform.login.Answers;
import fr.acse.platform.login.Entrance;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/**
 * The reason why a request is refused.
 *
 * @param code key of the message {@code refusal.<code>}
 */
record Refused(HttpStatus status, String code) {

    static final Refused LOGIN = new Refused(HttpStatus.UNAUTHORIZED, "login");
    static final Refused SECOND_FACTOR = new Refused(HttpStatus.UNAUTHORIZED, "secondFactor");

    static Refused badRequest(String code) {
        return new Refused(HttpStatus.BAD_REQUEST, code);
    }

    void tell(HttpServletResponse answer, Entrance entrance) throws IOException {
        if (equals(LOGIN)) {
            entrance.askForLogin(answer);
            return;
        }
        if (equals(SECOND_FACTOR)) {
            answer.setHeader("X-Second-Factor", "needed");
        }
        Answers.refuse(answer, status, code);
    }

    /** Sends the reason as an HTML page to a person who opened the address in a browser. */
    void tellOnAPage(HttpServletResponse answer) throws IOException {
        Answers.page(answer, status, code);
    }
}
