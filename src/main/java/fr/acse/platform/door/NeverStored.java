package fr.acse.platform.door;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** No cache keeps an answer, whatever the engine says. */
class NeverStored extends HttpServletResponseWrapper {

    NeverStored(HttpServletResponse answer) {
        super(answer);
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
            super.addHeader(name, value);
        }
    }
}
