package fr.acse.platform.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks the password that Basic authentication sends with every request. A right password is cached for five minutes as a keyed hash, so
 * that not every request costs as much time as a login. A cached password is not accepted after the stored password has changed.
 */
@Component
@RequiredArgsConstructor
public class BasicLogins implements AuthenticationProvider {

    static final GrantedAuthority TO_DEPLOY = new SimpleGrantedAuthority("TO_DEPLOY");

    static final int LONGEST = 300;
    private static final String HMAC = "HmacSHA256";

    private final IdentityService identity;
    private final LoginThrottle throttle;
    private final LoginQueue queue;
    private final SecondFactor secondFactor;
    private final LoginBook logins;
    private final DeploymentTokens tokens;
    private final SecretKeySpec key = new SecretKeySpec(new SecureRandom().generateSeed(32), HMAC);
    private final Cache<String, String> right = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    @Override
    public Authentication authenticate(Authentication sent) {
        try {
            return Caller.whileLoggingIn(() -> check(sent));
        } catch (LoginQueue.Full full) {
            throw new LockedException("Too many log in at once", full);
        }
    }

    private Authentication check(Authentication sent) {
        String login = sent.getName();
        String password = String.valueOf(sent.getCredentials());
        if (login.isBlank() || login.indexOf(0) >= 0 || password.indexOf(0) >= 0 || password.length() > LONGEST) {
            throw new BadCredentialsException("No login and no password is like this");
        }
        String address = ((WebAuthenticationDetails) sent.getDetails()).getRemoteAddress();
        if (password.startsWith(DeploymentTokens.PREFIX)) {
            return byToken(login, password, address);
        }
        String remembered = hash(login, password);
        if (!isRemembered(remembered, storedPassword(login))) {
            queue.inTurn(login, () -> checkPassword(login, password, remembered, address));
        }
        return UsernamePasswordAuthenticationToken.authenticated(login, null, List.of());
    }

    private boolean isRemembered(String remembered, String stored) {
        return stored != null && stored.equals(right.getIfPresent(remembered));
    }

    private Void checkPassword(String login, String password, String remembered, String address) {
        String stored = storedPassword(login);
        // An earlier request of the same person may have cached the password in the meantime.
        if (!isRemembered(remembered, stored)) {
            if (!throttle.attempt(address, login)) {
                logins.locked(login);
                throw new LockedException("Too many attempts");
            }
            if (!isRight(login, password)) {
                logins.refused(login);
                throw new BadCredentialsException("Wrong login or password");
            }
            throttle.succeeded(address, login);
            logins.taken(login, "rest");
            // A one-time code works once. A person who needs a code must send a new code with each request.
            if (!secondFactor.isRequired(new Login(login))) {
                right.put(remembered, stored);
            }
        }
        return null;
    }

    /** Checks a deployment token. A login with a token allows only the requests of a deployment. */
    private Authentication byToken(String login, String token, String address) {
        if (tokens.isRight(new Login(login), token)) {
            return UsernamePasswordAuthenticationToken.authenticated(login, null, List.of(TO_DEPLOY));
        }
        if (!throttle.attempt(address, login)) {
            logins.locked(login);
            throw new LockedException("Too many attempts");
        }
        logins.refused(login);
        throw new BadCredentialsException("No token, or none any more");
    }

    /** Checks the password. A person who needs a second factor types the six digits of the code directly after the password. */
    private boolean isRight(String login, String password) {
        if (!secondFactor.isRequired(new Login(login))) {
            return identity.checkPassword(login, password);
        }
        int digits = password.length() - SecondFactor.DIGITS;
        return digits > 0
                && identity.checkPassword(login, password.substring(0, digits))
                && secondFactor.check(new Login(login), password.substring(digits));
    }

    private String storedPassword(String login) {
        User user = identity.createUserQuery().userId(login).singleResult();
        return user == null ? null : user.getPassword();
    }

    private String hash(String login, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(login.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
