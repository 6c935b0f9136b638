package fr.acse.platform.door;

import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Answers;
import fr.acse.platform.login.BasicEntrance;
import fr.acse.platform.login.BasicLogins;
import fr.acse.platform.login.Entrance;
import fr.acse.platform.login.SecondFactor;
import fr.acse.platform.login.WebLoginFilter;
import fr.acse.platform.login.WebLogoutFilter;
import fr.acse.platform.login.WebSession;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Access control for all HTTP requests, after the strict firewall of Spring Security. The REST API uses Basic authentication, and the web
 * applications use the engine's login. The access rules in {@link Doors} apply to both.
 */
@Configuration
@ConditionalOnWebApplication
@RequiredArgsConstructor
class HttpAccess {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Doors doors;
    private final People people;
    private final IdentityService identity;
    private final SecondFactor secondFactor;
    private final Readiness readiness;
    private final HiddenNames hidden;
    private final Pace pace;

    /**
     * Refuses a path that is not in its plain form, before any other filter reads the path. After this filter, the request has no user
     * until {@link DoorFilter} lets the request of a person pass.
     */
    @Bean
    FilterRegistrationBean<Filter> plainPaths() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, answer, chain) -> {
            try {
                HttpServletRequest checked = firewall.getFirewalledRequest((HttpServletRequest) request);
                if (PlainPath.of(checked.getRequestURI()).isEmpty()) {
                    throw new RequestRejectedException("The path has another spelling");
                }
                HttpServletResponse sent = SecureCookies.around(checked, (HttpServletResponse) answer);
                Caller.<IOException, ServletException>nobody(() -> chain.doFilter(checked, sent));
            } catch (RequestRejectedException rejected) {
                if (Answers.isForAPerson((HttpServletRequest) request)) {
                    Answers.page((HttpServletResponse) answer, HttpStatus.BAD_REQUEST, "path");
                } else {
                    Answers.refuse((HttpServletResponse) answer, HttpStatus.BAD_REQUEST, "path");
                }
            } catch (RuntimeException failure) {
                OurWords words = new OurWords(
                        (HttpServletResponse) answer, readiness, null, null, Answers.isForAPerson((HttpServletRequest)
                                request));
                words.failed(failure);
                words.finish();
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Stops Spring Boot from adding a servlet filter. The login filter runs only in the security chain of the web applications. */
    @Bean
    FilterRegistrationBean<WebLoginFilter> webLoginOnlyInItsChain(WebLoginFilter login) {
        FilterRegistrationBean<WebLoginFilter> registration = new FilterRegistrationBean<>(login);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    AuthenticationManager logins(BasicLogins basic) {
        return new ProviderManager(basic);
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, @Value("${acse.basic-over-http}") boolean overHttp) throws Exception {
        headers(http.securityMatcher(under("/engine-rest", "/api", "/actuator")));
        onlyThroughDoors(http, new BasicEntrance());
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(BasicEntrance::askForLogin))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(BasicEntrance::askForLogin))
                .addFilterBefore(
                        (request, answer, chain) -> {
                            if (overHttp || isProtected((HttpServletRequest) request)) {
                                chain.doFilter(request, answer);
                            } else {
                                Answers.refuse((HttpServletResponse) answer, HttpStatus.FORBIDDEN, "basicOverHttp");
                            }
                        },
                        BasicAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain web(HttpSecurity http, WebSession session, WebLoginFilter login) throws Exception {
        headers(http);
        onlyThroughDoors(http, session);
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .addFilterBefore(login, BasicAuthenticationFilter.class)
                .addFilterBefore(new WebLogoutFilter(), BasicAuthenticationFilter.class)
                .build();
    }

    /** Denies every request that {@link DoorFilter} has not let pass. */
    private void onlyThroughDoors(HttpSecurity http, Entrance entrance) throws Exception {
        http.requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                // The web applications use their own protection against cross-site requests: a token that their pages
                // send. In addition, DoorChecks refuses changes that a browser sends for another website.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new DoorFilter(
                                doors,
                                people,
                                identity,
                                readiness,
                                hidden,
                                entrance,
                                new DoorChecks(entrance, secondFactor::isRequired, pace)),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(Answers::isOpened)
                        .permitAll()
                        .anyRequest()
                        .denyAll());
    }

    /** Compares the whole path, for every servlet. An earlier filter has refused each path that is not in its plain form. */
    private static RequestMatcher under(String... paths) {
        return request -> Arrays.stream(paths)
                .anyMatch(path -> request.getRequestURI().equals(path)
                        || request.getRequestURI().startsWith(path + "/"));
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
    }

    private static boolean isProtected(HttpServletRequest request) throws IOException {
        return request.isSecure()
                || request.getHeader(HttpHeaders.AUTHORIZATION) == null
                || InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
