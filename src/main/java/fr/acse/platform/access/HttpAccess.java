package fr.acse.platform.access;

import fr.acse.directory.People;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Stands in front of everything, behind Spring Security's strict firewall: the REST API with Basic authentication, and the
 * web applications with the login of the engine, each with the same doors.
 */
@Configuration
@ConditionalOnWebApplication
class HttpAccess {

    private final Doors doors;
    private final People people;
    private final IdentityService identity;

    HttpAccess(Doors doors, People people, IdentityService identity) {
        this.doors = doors;
        this.people = people;
        this.identity = identity;
    }

    /** Before anything reads a path: no {@code ;}, no {@code //}, no encoded slash, by which one door is taken for another. */
    @Bean
    FilterRegistrationBean<Filter> plainPaths() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, answer, chain) -> {
            try {
                chain.doFilter(firewall.getFirewalledRequest((HttpServletRequest) request), answer);
            } catch (RequestRejectedException rejected) {
                Answers.refuse((HttpServletResponse) answer, HttpStatus.BAD_REQUEST, "path");
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    AuthenticationManager logins(BasicLogins basic) {
        return new ProviderManager(basic);
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, @Value("${acse.basic-over-http}") boolean overHttp) throws Exception {
        headers(http.securityMatcher(under("/engine-rest", "/api", "/actuator")));
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie carries a login here; what a browser sends for another site is refused by the doors.
                .csrf(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(HttpAccess::askForLogin))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(HttpAccess::askForLogin)
                        .accessDeniedHandler(
                                (request, answer, denied) -> Answers.refuse(answer, HttpStatus.FORBIDDEN, "door")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(under("/actuator/health"))
                        .permitAll()
                        .requestMatchers(under("/actuator"))
                        .access((login, request) -> new AuthorizationDecision(
                                people.groupsOf(login.get().getName()).contains(AccessRules.SUPERVISORS)))
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(
                        (request, answer, chain) -> {
                            if (overHttp || isProtected((HttpServletRequest) request)) {
                                chain.doFilter(request, answer);
                            } else {
                                Answers.refuse((HttpServletResponse) answer, HttpStatus.FORBIDDEN, "basicOverHttp");
                            }
                        },
                        BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new DoorFilter(doors, people, HttpAccess::basicLogin, this::asEngineUser),
                        AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain web(HttpSecurity http, WebSession session, LoginThrottle throttle, SecondFactor secondFactor)
            throws Exception {
        headers(http);
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                // The web applications bring their own protection, with a token that their pages send.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new WebLoginFilter(throttle), BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new DoorFilter(doors, people, session::person, (person, groups, chain, request, answer) -> {
                            if (person != null
                                    && secondFactor.isRequired(person)
                                    && !WebSession.hasShownSecondFactor(request)
                                    && !SecondFactorEndpoint.isFor(request)) {
                                answer.setHeader("X-Second-Factor", "needed");
                                Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "secondFactor");
                            } else {
                                chain.doFilter(request, answer);
                            }
                        }),
                        WebLoginFilter.class)
                .build();
    }

    /** By the whole path, whichever servlet answers it; what is not in its plain form has not come so far. */
    private static RequestMatcher under(String... paths) {
        return request -> Arrays.stream(paths)
                .anyMatch(path -> request.getRequestURI().equals(path)
                        || request.getRequestURI().startsWith(path + "/"));
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
    }

    private static boolean isProtected(HttpServletRequest request) throws IOException {
        return request.isSecure()
                || request.getHeader(HttpHeaders.AUTHORIZATION) == null
                || InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static String basicLogin(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null ? null : login.getName();
    }

    private void asEngineUser(
            String person,
            Set<String> groups,
            FilterChain chain,
            HttpServletRequest request,
            HttpServletResponse answer)
            throws IOException, ServletException {
        identity.setAuthentication(person, List.copyOf(groups));
        try {
            chain.doFilter(request, answer);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static void askForLogin(
            HttpServletRequest request, HttpServletResponse answer, AuthenticationException missing)
            throws IOException {
        if (missing instanceof LockedException) {
            Answers.refuse(answer, HttpStatus.TOO_MANY_REQUESTS, "tooManyAttempts");
        } else {
            answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"acse-referral\"");
            Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "login");
        }
    }
}
