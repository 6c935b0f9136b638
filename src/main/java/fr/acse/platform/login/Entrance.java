package fr.acse.platform.login;

import fr.acse.codes.Login;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** A way to log in: Basic authentication for programs, or a session for browsers. */
public interface Entrance {

    /** The person who sends the request, or null if nobody is logged in. */
    Login person(HttpServletRequest request);

    /** Whether the person has entered a one-time code in this session. Only asked of people who need a second factor. */
    boolean hasShownSecondFactor(HttpServletRequest request, Login person);

    /** Whether the person logged in with a deployment token and may only deploy models. */
    boolean isForDeployingOnly(HttpServletRequest request);

    /** Corrects the session's copy of the person's groups if the copy differs from the given groups. */
    default void belongsTo(HttpServletRequest request, Set<String> groups) {}

    /** Sends the response that the sender must log in. */
    void askForLogin(HttpServletResponse answer) throws IOException;
}
