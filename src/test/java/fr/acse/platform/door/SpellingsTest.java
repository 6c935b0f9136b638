package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
import fr.acse.ProcessTest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every door, spelled in every other way, by nobody, by somebody of a wrong role, and by somebody who gave a password and no
 * second factor: nothing is served and nothing breaks.
 */
@ProcessTest
class SpellingsTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD");
    private static final List<String> SUFFIXES = List.of(".json", ".html", "/", "/x", "%20", "%00", "?x=%", "#", "~");
    private static final List<String> BEGINNINGS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final String BODY = "{}";

    /** Of the spellings that a logged-in person sends, one in so many: what is refused is refused before she is known. */
    private static final int ONE_IN = 12;

    private static final String HALFWAY = "halfway";
    private static final String PASSWORD = "a-password-without-its-code";

    @Autowired
    Doors doors;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    private final Map<String, Integer> wrong = new TreeMap<>();
    private int sent;

    @Test
    void nobodyIsServedUnderAnotherName() throws IOException {
        Random random = random();
        try (Line line = new Line(port)) {
            for (Doors.Door door : guarded()) {
                for (String path : places(door)) {
                    for (String spelling : spellings(path, beginning(path, random))) {
                        for (String method : methods(door, spelling.equals(path), random)) {
                            send(line, method, spelling, "");
                        }
                    }
                }
            }
        }
        assertThat(sent).isGreaterThan(10_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aWrongRoleIsServedUnderNoName() throws IOException {
        Map<String, String> rest = new TreeMap<>();
        Map<String, String> web = new TreeMap<>();
        Random random = random();
        try (Line line = new Line(port)) {
            for (Doors.Door door : guarded()) {
                String person = door.isOpenTo(Set.of("analysts")) ? "operator" : "analyst";
                if (door.isOpenTo(Set.of("operators")) && person.equals("operator")) {
                    continue;
                }
                for (String path : places(door)) {
                    String login = isForPrograms(path)
                            ? rest.computeIfAbsent(person, who -> basic(who, who))
                            : web.computeIfAbsent(
                                    person, who -> Door.web(port, who).session());
                    for (String spelling : some(spellings(path, 0), random)) {
                        for (String method : door.methods()) {
                            send(line, method, spelling, login);
                        }
                    }
                }
            }
        }
        assertThat(sent).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPasswordAloneOpensNothingUnderAnyName() throws IOException {
        Group group = identity.newGroup(ProcessTest.WITH_SECOND_FACTOR);
        identity.saveGroup(group);
        User user = identity.newUser(HALFWAY);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        identity.createMembership(HALFWAY, ProcessTest.WITH_SECOND_FACTOR);
        Set.of("operators", "coordination", "supervisors", "analysts", "finance")
                .forEach(role -> identity.createMembership(HALFWAY, role));
        try (Line line = new Line(port)) {
            Random random = random();
            String web = Door.web(port, HALFWAY, PASSWORD, "welcome").session();
            for (Doors.Door door : guarded()) {
                for (String path : places(door)) {
                    for (String spelling : some(spellings(path, 0), random)) {
                        for (String method : door.methods()) {
                            send(line, method, spelling, isForPrograms(path) ? basic(HALFWAY, PASSWORD) : web);
                        }
                    }
                }
            }
        } finally {
            identity.deleteUser(HALFWAY);
            identity.deleteGroup(ProcessTest.WITH_SECOND_FACTOR);
        }
        assertThat(sent).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyEndpointOfOursHasADoor(@Autowired List<RequestMappingHandlerMapping> mappings) {
        Set<String> listed = new LinkedHashSet<>();
        doors.all().stream()
                .filter(door -> !door.ofEngine())
                .forEach(door -> listed.add(door.path().getPatternString()));
        Set<String> own = new LinkedHashSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("fr.acse")) {
                own.addAll(info.getPatternValues());
            }
        }));
        assertThat(own).hasSizeGreaterThan(8);
        assertThat(listed).containsAll(own);
    }

    private static Random random() {
        return new Random(Extent.seed(SpellingsTest.class));
    }

    /** For the path itself, and in the whole run, all; for another spelling one of the door's and any other. */
    private static Set<String> methods(Doors.Door door, boolean isPlain, Random random) {
        if (Extent.isWhole() || isPlain) {
            return Set.copyOf(METHODS);
        }
        List<String> ofDoor = door.methods().stream().sorted().toList();
        Set<String> methods = new LinkedHashSet<>();
        methods.add(ofDoor.get(random.nextInt(ofDoor.size())));
        methods.add(METHODS.get(random.nextInt(METHODS.size())));
        return methods;
    }

    private static List<String> some(Set<String> spellings, Random random) {
        List<String> some = new ArrayList<>();
        for (String each : spellings) {
            if (some.isEmpty() || random.nextInt(ONE_IN) == 0) {
                some.add(each);
            }
        }
        return some;
    }

    private List<Doors.Door> guarded() {
        return doors.all().stream()
                .filter(door -> !door.isFile() && !door.isForHalfway())
                .toList();
    }

    private static List<String> places(Doors.Door door) {
        String path =
                door.path().getPatternString().replaceAll("\\{[a-zA-Z]+}", "x").replace("/**", "/x");
        return door.ofEngine()
                ? BEGINNINGS.stream().map(beginning -> beginning + path).toList()
                : List.of(path);
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/engine-rest") || path.startsWith("/actuator");
    }

    /** How many signs of a path many doors have in common. Of one door in so many, and in the whole run, they are spelled otherwise, too. */
    private static int beginning(String path, Random random) {
        boolean isSpelledToo = random.nextInt(ONE_IN) == 0 || Extent.isWhole();
        return isSpelledToo
                ? 0
                : BEGINNINGS.stream()
                        .filter(path::startsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
    }

    /** The path itself first, then what differs from it behind its beginning. */
    private static Set<String> spellings(String path, int from) {
        Set<String> all = new LinkedHashSet<>();
        all.add(path);
        for (int i = from; i < path.length(); i++) {
            String code = "%02x".formatted((int) path.charAt(i));
            all.add(path.substring(0, i) + "%" + code + path.substring(i + 1));
        }
        String letter = "%25" + "%02x".formatted((int) path.charAt(1));
        all.add("/" + letter + path.substring(2));
        for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String before = path.substring(0, slash);
            String after = path.substring(slash + 1);
            for (String inserted : List.of("//", "/./", "/%2e/", "/x/../", "/x/%2e%2e/", "/;/", ";x=y/", "\\", "%5c")) {
                all.add(before + inserted + after);
            }
        }
        all.add(path.toUpperCase(Locale.ROOT));
        all.add(path.substring(0, 1) + path.substring(1, 2).toUpperCase(Locale.ROOT) + path.substring(2));
        SUFFIXES.forEach(suffix -> all.add(path + suffix));
        return all;
    }

    private void send(Line line, String method, String path, String login) throws IOException {
        sent++;
        int status = line.send(method, path, login);
        if (status / 100 != 4) {
            wrong.merge(method + " " + path, status, (a, b) -> b);
        }
    }

    private static String basic(String login, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }

    /** Sends paths as they are; a client would put them in their plain form first. */
    private static final class Line implements AutoCloseable {

        private final int port;
        private Socket socket;
        private BufferedInputStream in;

        Line(int port) {
            this.port = port;
        }

        int send(String method, String path, String login) throws IOException {
            if (socket == null) {
                socket = new Socket("localhost", port);
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream());
            }
            boolean body = method.equals("POST") || method.equals("PUT");
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + login
                                    + (body
                                            ? "Content-Type: application/json\r\nContent-Length: " + BODY.length()
                                                    + "\r\n"
                                            : "")
                                    + "\r\n" + (body ? BODY : ""))
                            .getBytes(StandardCharsets.ISO_8859_1));
            return answer(method.equals("HEAD"));
        }

        private int answer(boolean withoutBody) throws IOException {
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            boolean chunked = false;
            boolean close = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                }
                chunked |= lower.equals("transfer-encoding: chunked");
                close |= lower.equals("connection: close");
            }
            if (!withoutBody && chunked) {
                for (int size = size(); size > 0; size = size()) {
                    in.skipNBytes(size + 2L);
                }
                line();
            } else if (!withoutBody) {
                in.skipNBytes(length);
            }
            if (close) {
                close();
            }
            return status;
        }

        private int size() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int sign = in.read(); sign != '\n'; sign = in.read()) {
                if (sign < 0) {
                    throw new IOException("The server hung up after " + text);
                }
                text.append((char) sign);
            }
            return text.toString().strip();
        }

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }
}
