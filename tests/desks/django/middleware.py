"""What the tests want of the server."""

POLICY = "script-src 'self' 'unsafe-inline'"


def forbids_wasm(get_response):
    """Forbids WebAssembly on the pages of those who have the cookie `no-wasm`, and any request of a script with `no-connect`; static files come without a policy."""

    def answer(request):
        response = get_response(request)
        forbidden = {"no-wasm", "no-connect"} & set(request.COOKIES)
        if forbidden and not request.path.startswith("/static/"):
            response["Content-Security-Policy"] = POLICY + ("; connect-src 'none'" if "no-connect" in forbidden else "")
        return response

    return answer
