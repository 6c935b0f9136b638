package fr.acse.platform.door;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/** Forbids caches to store a response ({@code no-store}), even if the engine sets another header. */
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
