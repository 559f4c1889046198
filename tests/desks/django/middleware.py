"""What the tests want of the server."""

POLICY = "script-src 'self' 'unsafe-inline'"


def forbids_wasm(get_response):
    """Forbids WebAssembly on the pages of those who have the cookie `no-wasm`; static files come without a policy."""

    def answer(request):
        response = get_response(request)
        if "no-wasm" in request.COOKIES and not request.path.startswith("/static/"):
            response["Content-Security-Policy"] = POLICY
        return response

    return answer
