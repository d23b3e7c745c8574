from waa.cli import main

main()
