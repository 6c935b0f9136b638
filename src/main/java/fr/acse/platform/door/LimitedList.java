package fr.acse.platform.door;

import com.google.re2j.Pattern;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Adds a limit to a request for a list without one. The engine refuses larger limits. */
class LimitedList extends HttpServletRequestWrapper {

    static final String NAME = "maxResults";
    /** Up to 2000, the engine's own limit. */
    static final Pattern ALLOWED = Pattern.compile("1?\\d{1,3}|2000");

    private static final String LIMIT = NAME + "=1000";

    LimitedList(HttpServletRequest request) {
        super(request);
    }

    /** Whether the sender's own address has a query. */
    boolean hasQuery() {
        return super.getQueryString() != null;
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        if (query == null) {
            return LIMIT;
        }
        return query.contains(NAME + "=") ? query : query + "&" + LIMIT;
    }
}
