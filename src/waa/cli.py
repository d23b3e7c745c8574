"""`waa …`: the command line."""

def main() -> None:
    print("waa")
