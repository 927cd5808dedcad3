package org.anamnesis.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's scripts and styles. Their names change with their content, so a browser may keep them. */
@WebServlet("/app/assets/*")
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("/([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.([a-z0-9]+))");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher name = NAME.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        String type = name.matches() ? TYPES.get(name.group(2)) : null;
        if (type == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream asset = getServletContext().getResourceAsStream(AppPage.FOLDER + "/assets/" + name.group(1))) {
            if (asset == null) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(type);
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            asset.transferTo(response.getOutputStream());
        }
    }
}
