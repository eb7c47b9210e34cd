"""What an employer's lead sees: how many of their people take part, and the letters that ask them.

Never a name that was not offered.
"""
