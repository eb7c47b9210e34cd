"""Writing courses: drafts that editors write block by block, a second pair of eyes, and the editions that learners
read.
"""
