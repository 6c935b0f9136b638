package fr.acse.platform.door;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has a limit. Reading more bytes than the limit fails, even if the request does not state a length. */
class LimitedBody extends HttpServletRequestWrapper {

    static final class TooLong extends IOException {}

    private final long longest;
    private ServletInputStream limited;
    private boolean tooLong;

    LimitedBody(HttpServletRequest request, long longest) {
        super(request);
        this.longest = longest;
    }

    /** Whether more bytes of the body were read than the limit allows. */
    boolean isTooLong() {
        return tooLong;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (limited == null) {
            limited = new Counted(super.getInputStream());
        }
        return limited;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        private Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int sign = body.read();
            count(sign < 0 ? 0 : 1);
            return sign;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int signs = body.read(into, offset, length);
            count(Math.max(0, signs));
            return signs;
        }

        private void count(int signs) throws TooLong {
            read += signs;
            if (read > longest) {
                tooLong = true;
                throw new TooLong();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
