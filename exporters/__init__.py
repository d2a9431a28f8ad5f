"""Pictures, parse trees and bytes: ways to take a review out of the application."""
