package fr.acse.platform.door;

import com.google.re2j.Pattern;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Adds a limit of 1000 results to a request that has no limit. {@link DoorChecks} refuses a limit above 2000. */
class LimitedList extends HttpServletRequestWrapper {

    static final String NAME = "maxResults";
    /** Limits up to 2000, which is the engine's own limit. */
    static final Pattern ALLOWED = Pattern.compile("1?\\d{1,3}|2000");

    private static final String LIMIT = NAME + "=1000";

    LimitedList(HttpServletRequest request) {
        super(request);
    }

    /** Whether the address that the sender used has a query string. */
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
