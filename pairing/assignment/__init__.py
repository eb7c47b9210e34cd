"""Who is given whom: the most pairs, and of those the greatest total, exactly and with a certificate."""
