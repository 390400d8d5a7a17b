package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Keeps cookies and asks for pages, as a person's browser does. */
class Browser {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final TestRestTemplate http;

    Browser(TestRestTemplate http) {
        this.http = http.withRequestFactorySettings(settings -> settings.withRedirects(Redirects.DONT_FOLLOW));
    }

    /** Fills in the login page; the password is the name. */
    ResponseEntity<String> logIn(String user) {
        Matcher token = FORM_TOKEN.matcher(page("/login").getBody());
        assertThat(token.find()).as("the login page carries a token").isTrue();
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("username", user);
        form.add("password", user);
        form.add("_csrf", token.group(1));
        HttpHeaders headers = headers(Map.of());
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        ResponseEntity<String> answer = exchange(HttpMethod.POST, "/login", new HttpEntity<>(form, headers));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(answer.getHeaders().getLocation()).asString().doesNotContain("/login?error");
        return answer;
    }

    ResponseEntity<String> page(String path) {
        HttpHeaders headers = headers(Map.of());
        headers.setAccept(List.of(MediaType.TEXT_HTML));
        return exchange(HttpMethod.GET, path, new HttpEntity<>(headers));
    }

    ResponseEntity<String> get(String path) {
        return exchange(HttpMethod.GET, path, new HttpEntity<>(headers(Map.of())));
    }

    ResponseEntity<String> postJson(String path, String body, Map<String, String> more) {
        HttpHeaders headers = headers(more);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return exchange(HttpMethod.POST, path, new HttpEntity<>(body, headers));
    }

    /** The token the webapps give their own scripts. */
    String webappToken() {
        page("/camunda/app/tasklist/default/");
        return cookies.get("XSRF-TOKEN");
    }

    String cookie(String name) {
        return cookies.get(name);
    }

    private ResponseEntity<String> exchange(HttpMethod method, String path, HttpEntity<?> request) {
        ResponseEntity<String> answer = http.exchange(path, method, request, String.class);
        answer.getHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return answer;
    }

    private HttpHeaders headers(Map<String, String> more) {
        HttpHeaders headers = new HttpHeaders();
        more.forEach(headers::set);
        headers.set(HttpHeaders.COOKIE, cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
        headers.setAccept(List.of(MediaType.ALL));
        return headers;
    }
}
